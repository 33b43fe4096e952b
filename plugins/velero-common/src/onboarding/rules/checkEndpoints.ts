import { storageProviders } from '../../storage/storageProviders';
import { storageServiceOf } from '../../storage/storageServiceOf';
import { Finding, refusal, warning } from '../../input/Finding';
import { parseIpAddress } from '../../net/ipAddress';
import { addressFindings } from './addressFindings';
import { Host } from './AddressTarget';
import { DraftStorage, TenantDraft, usersOf } from '../TenantDraft';

/** An address of a request, and where it stands. */
export interface Endpoint {
  text: string;
  field: string;
}

/** Storage is outside of the clusters, and spoken to in secret. */
export function checkEndpoints(draft: TenantDraft): Finding[] {
  return draft.storages.flatMap(storage =>
    endpointsOf(storage).flatMap(endpoint => [
      ...knownService(storage, endpoint),
      ...checkEndpoint(draft, storage, endpoint),
    ]),
  );
}

/** Presets make their addresses from fields that are checked; these are given as they are. */
function endpointsOf({ path, provider, values, givenConfig }: DraftStorage) {
  const given: Array<[string | undefined, string]> = [
    [
      provider?.id === 'other-s3' ? values.endpoint : undefined,
      `${path}.values.endpoint`,
    ],
    [
      Object.hasOwn(givenConfig, 'publicUrl')
        ? givenConfig.publicUrl
        : undefined,
      `${path}.config.publicUrl`,
    ],
  ];
  return given.flatMap(([text, field]) => (text ? [{ text, field }] : []));
}

function checkEndpoint(
  draft: TenantDraft,
  storage: DraftStorage,
  { text, field }: Endpoint,
): Finding[] {
  const problem = textProblem(text, field);
  if (problem) {
    return [problem];
  }
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, '');
  const { settings } = draft.fleet;
  return [
    ...encryption(url, host, settings.plainHttpHosts, field),
    ...hostFindings(
      { host, field, fleet: draft.fleet, users: usersOf(draft, storage) },
      storage,
    ),
  ];
}

/** With the bucket in the host name, it is that host which Velero talks to. */
function hostFindings(host: Host, storage: DraftStorage): Finding[] {
  const found = addressFindings(host);
  return found.some(finding => finding.refusal) ||
    !hasBucketInHost(host, storage)
    ? found
    : addressFindings({
        ...host,
        host: `${storage.bucket.toLowerCase()}.${host.host}`,
        endpoint: host.host,
      });
}

/** The plugin puts it there where it is not told otherwise, and never before an address of numbers. */
function hasBucketInHost({ host }: Host, { config }: DraftStorage): boolean {
  return (
    config.s3ForcePathStyle !== 'true' &&
    parseIpAddress(host.replace(/^\[|\]$/g, '')) === undefined
  );
}

/** The text is not quoted: it may hold a password. */
function textProblem(text: string, field: string): Finding | undefined {
  if (/^https?:\/\/[^/?#]*@/i.test(text)) {
    return refusal(
      'endpoint-credential',
      field,
      'The address holds a user name or password',
      'Give the address alone, and the credential as a credential',
    );
  }
  // A URL leaves out some characters and takes others for plain ones; the location has the text as it was given.
  if (/[^\x21-\x7e]/.test(text)) {
    return refusal(
      'endpoint-invalid',
      field,
      'The address holds something else than plain text',
      'Write it as https://s3.example.com, and other letters as xn--…',
    );
  }
  if (
    !/^https?:\/\/[^\s\\/?#@%]+\/?([?#/].*)?$/i.test(text) ||
    !URL.canParse(text)
  ) {
    return refusal(
      'endpoint-invalid',
      field,
      'The address cannot be read',
      'Write it as https://s3.example.com',
    );
  }
  return /^https?:\/\/[^/?#]+\/?$/i.test(text)
    ? undefined
    : refusal(
        'endpoint-path',
        field,
        'The address goes on after the host, which copies of volumes do not understand',
        'Give scheme, host and port only; the bucket is a field of its own',
      );
}

function encryption(
  { protocol }: URL,
  host: string,
  allowed: string[],
  field: string,
): Finding[] {
  if (protocol === 'https:') {
    return [];
  }
  return allowed.some(one => one.toLowerCase() === host)
    ? [
        warning(
          'endpoint-not-encrypted',
          field,
          `Whoever is between cluster and ${host} can read the backups, with all Secrets in them`,
        ),
      ]
    : [
        refusal(
          'endpoint-not-encrypted',
          field,
          `Backups, with all Secrets in them, would go to ${host} in clear`,
          'Use https, with the certificate of the authority in caCert where it is one of your own; or have the host listed in velero.onboarding.plainHttpHosts',
        ),
      ];
}

/** The preset knows what the service needs, and what keeps tenants apart. */
function knownService(
  { provider }: DraftStorage,
  { text, field }: Endpoint,
): Finding[] {
  const service =
    provider?.id === 'other-s3' && field.endsWith('.endpoint')
      ? storageServiceOf({ provider: 'aws', endpoint: text })
      : undefined;
  return service
    ? [
        refusal(
          'endpoint-known-service',
          field,
          `The address is one of ${storageProviders[service].title}`,
          `Choose the provider ${service}`,
        ),
      ]
    : [];
}
