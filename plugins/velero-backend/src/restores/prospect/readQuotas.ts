import { ProspectQuota } from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../../clusters/ClusterConnection';
import { isJsonObject } from '../../clusters/http/json';
import { ClusterQuestion } from './ProspectQuestion';
import { targetsOf } from './targetsOf';

/** A namespace has one or a few. */
const PAGE = 50;

/** Of a whole backup no more are looked at. */
const MAXIMUM_NAMESPACES = 20;

/** Reads the quotas of the namespaces that would be restored to. A new one has none yet. */
export async function readQuotas(
  question: ClusterQuestion,
): Promise<ProspectQuota[]> {
  const { connection, signal } = question;
  const targets = targetsOf(question).filter(({ mayHold }) => mayHold);
  if (targets.length > MAXIMUM_NAMESPACES) {
    throw new Error(
      `more than ${MAXIMUM_NAMESPACES} namespaces are restored, and the portal looks at no more`,
    );
  }
  const pages = await Promise.all(
    targets.map(({ target: namespace }) =>
      connection.list({
        resource: 'resourcequotas',
        namespace,
        limit: PAGE,
        signal,
      }),
    ),
  );
  return pages.flatMap(({ items }, i) =>
    items.map(item => toQuota(item, targets[i].target)),
  );
}

function toQuota(
  { metadata, spec, status }: KubernetesObject,
  namespace: string,
): ProspectQuota {
  const { scopes, scopeSelector } = isJsonObject(spec) ? spec : {};
  const { hard, used } = isJsonObject(status) ? status : {};
  return {
    namespace,
    name: metadata.name ?? '',
    isScoped:
      Boolean(scopeSelector) || (Array.isArray(scopes) && scopes.length > 0),
    hard: quantitiesIn(hard),
    used: quantitiesIn(used),
  };
}

function quantitiesIn(value: unknown): Record<string, string> {
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, quantity]) => [key, String(quantity)]),
      )
    : {};
}
