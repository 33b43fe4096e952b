/** Why a plan is refused; stable, for programs. @public */
export type RefusalCode =
  // The request itself
  | 'not-an-object'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'not-allowed'
  | 'too-many'
  | 'too-long'
  | 'repeated'
  // Names
  | 'name-invalid'
  | 'name-too-long'
  | 'name-taken'
  // Clusters
  | 'cluster-unknown'
  | 'cluster-unreachable'
  | 'right-missing'
  | 'velero-missing'
  | 'velero-ambiguous'
  | 'plugin-missing'
  // Namespaces
  | 'namespace-unproven'
  | 'namespace-of-velero'
  | 'namespace-pattern'
  | 'scope-forbidden'
  // Storage
  | 'provider-field'
  | 'bucket-invalid'
  | 'prefix-invalid'
  | 'prefix-not-tenants'
  | 'config-key'
  | 'config-value'
  | 'certificate-invalid'
  | 'endpoint-invalid'
  | 'endpoint-credential'
  | 'endpoint-path'
  | 'endpoint-not-encrypted'
  | 'endpoint-in-cluster'
  | 'endpoint-local'
  | 'endpoint-private'
  | 'endpoint-known-service'
  | 'place-taken'
  | 'place-foreign'
  | 'place-doubled'
  | 'place-nested'
  | 'bucket-root'
  // Credentials
  | 'credential-not-tenants'
  | 'credential-version'
  | 'credential-conflict'
  | 'server-identity'
  // Schedules
  | 'cron-invalid'
  | 'cron-never'
  | 'cron-too-often'
  | 'duration-invalid'
  | 'selector-invalid'
  | 'template-invalid';

/** Something to know before a plan is applied; stable, for programs. @public */
export type WarningCode =
  | 'plugin-unknown'
  | 'plugin-version'
  | 'zone-unknown'
  | 'endpoint-not-encrypted'
  | 'endpoint-unchecked'
  | 'name-taken-over'
  | 'place-moves'
  | 'places-unknown'
  | 'no-longer-wanted'
  | 'volumes-need'
  | 'volumes-unknown'
  | 'volumes-stay'
  | 'volumes-off'
  | 'selector-may-miss'
  | 'schedule-often'
  | 'schedule-gap'
  | 'nothing-scheduled'
  | 'secret-must-exist'
  | 'secret-stays'
  // Files for a pull request
  | 'remote-key-elsewhere';

/** Something that must be changed before there is a plan. @public */
export interface Refusal {
  code: RefusalCode;
  /** Path in the request, as `clusters[0].namespaces[1]`. */
  field: string;
  /** What is wrong, naming the thing; never a text that may be secret. */
  message: string;
  /** What to do. */
  remedy: string;
}

/** Something that does not stand in the way, but should be known. @public */
export interface PlanWarning {
  code: WarningCode;
  /** Path in the request. */
  field: string;
  message: string;
}

/** What a rule found. */
export type Finding =
  | { refusal: Refusal; warning?: undefined }
  | { warning: PlanWarning; refusal?: undefined };

export function refusal(
  code: RefusalCode,
  field: string,
  message: string,
  remedy: string,
): Finding {
  return { refusal: { code, field, message, remedy } };
}

export function warning(
  code: WarningCode,
  field: string,
  message: string,
): Finding {
  return { warning: { code, field, message } };
}

/** Text of a request as a message may quote it: on one line, and of any length it never fills a page. */
export function quoted(text: string): string {
  const line = text.replace(/\p{C}/gu, '?');
  return `'${line.length > 63 ? `${line.slice(0, 62)}…` : line}'`;
}
