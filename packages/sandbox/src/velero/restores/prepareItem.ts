import { isRecord, KubernetesObject } from '../../api/KubernetesObject';
import { labelValue } from '../labelValue';
import { LABELS } from '../VeleroObjects';

/** What only makes sense for the object that once was. */
const IDENTITY = [
  'generateName',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
];

/** Kept by the controllers that bind volumes. */
const BINDING = [
  'pv.kubernetes.io/bind-completed',
  'pv.kubernetes.io/bound-by-controller',
];

/** Which restore of which backup an object comes from. */
export interface RestoreOrigin {
  backupName: string;
  restoreName: string;
}

/** An object without its identity and status, with labels that tell where it comes from. */
export function stripped(
  object: KubernetesObject,
  origin: RestoreOrigin,
): KubernetesObject {
  const { status: _status, ...rest } = object;
  const metadata = {
    ...without(object.metadata, IDENTITY),
    name: object.metadata.name,
    labels: {
      ...object.metadata.labels,
      [LABELS.backupName]: labelValue(origin.backupName),
      [LABELS.restoreName]: labelValue(origin.restoreName),
    },
  };
  return { ...rest, metadata };
}

/** Takes out what ties an object to the machine, the address or the volume that it had. */
export function untied(
  resource: string,
  object: KubernetesObject,
  options: { freshVolume: boolean },
): KubernetesObject {
  const spec = isRecord(object.spec) ? object.spec : {};
  switch (resource) {
    case 'pods':
      return { ...object, spec: without(spec, ['nodeName', 'priority']) };
    case 'services':
      return { ...object, spec: untiedService(spec) };
    case 'persistentvolumeclaims':
      return unbound(object, options.freshVolume ? ['volumeName'] : []);
    case 'persistentvolumes':
      return unbound(object, ['claimRef']);
    default:
      return object;
  }
}

/** A service without an address is one by intention. */
function untiedService(spec: Record<string, unknown>) {
  return spec.clusterIP === 'None'
    ? spec
    : without(spec, ['clusterIP', 'clusterIPs']);
}

function unbound(object: KubernetesObject, tied: string[]): KubernetesObject {
  const { annotations } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ...(annotations && { annotations: without(annotations, BINDING) }),
    },
    spec: without(isRecord(object.spec) ? object.spec : {}, tied),
  };
}

function without<T extends object>(object: T, keys: string[]): T {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => !keys.includes(key)),
  ) as T;
}
