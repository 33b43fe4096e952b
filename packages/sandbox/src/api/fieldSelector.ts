import { badRequest } from './ApiError';
import { isRecord, KubernetesObject } from './KubernetesObject';
import { ResourceName, ResourceType } from './ResourceType';

const TERM = /^([^=!]+)(==|=|!=)(.*)$/;

const EVERYWHERE = ['metadata.name', 'metadata.namespace'];

/** What else some built-in kinds can be selected by. */
const MORE_FIELDS: Partial<Record<ResourceName, string[]>> = {
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  namespaces: ['status.phase'],
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  secrets: ['type'],
  services: ['spec.clusterIP', 'spec.type'],
};

/** Reads a field selector; the CRDs of Velero know the name and the namespace only. */
export function parseFieldSelector(
  { plural }: ResourceType,
  selector: string,
): (object: KubernetesObject) => boolean {
  const more = MORE_FIELDS[plural as ResourceName] ?? [];
  const known = [...EVERYWHERE, ...more];
  const terms = selector.split(',').map(term => parseTerm(term, known));
  return object => terms.every(matches => matches(object));
}

function parseTerm(
  term: string,
  known: string[],
): (object: KubernetesObject) => boolean {
  const match = TERM.exec(term);
  if (!match) {
    throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
  }
  const [, field, operator, value] = match;
  if (!known.includes(field)) {
    throw badRequest(`field label not supported: ${field}`);
  }
  const path = field.split('.');
  return object => (textAt(object, path) === value) === (operator !== '!=');
}

/** What is absent counts as empty. */
function textAt(object: KubernetesObject, path: string[]): string {
  const value = path.reduce<unknown>(
    (current, key) => (isRecord(current) ? current[key] : undefined),
    object,
  );
  return String(value ?? '');
}
