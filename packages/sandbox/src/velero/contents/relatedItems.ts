import { isRecord, KubernetesObject } from '../../api/KubernetesObject';
import { ResourceName, resourceTypeOf } from '../../api/ResourceType';
import { BackupItem } from './BackupItem';
import { ItemSource } from './ItemSource';

interface PodSpec {
  volumes?: { name: string; persistentVolumeClaim?: { claimName: string } }[];
}

interface Binding {
  subjects?: { kind: string; name: string; namespace?: string }[];
  roleRef?: { kind: string; name: string };
}

/** What comes along with an item since it is of no use without: volumes of pods, rights of service accounts. */
export function relatedItems(
  { type, object }: BackupItem,
  source: ItemSource,
): BackupItem[] {
  switch (type.plural) {
    case 'pods':
      return claimsOf(object, source);
    case 'persistentvolumeclaims':
      return volumeOf(object, source);
    case 'serviceaccounts':
      return rightsOf(object, source);
    default:
      return [];
  }
}

function claimsOf({ metadata, spec }: KubernetesObject, source: ItemSource) {
  const { volumes = [] } = (spec ?? {}) as PodSpec;
  return volumes.flatMap(({ persistentVolumeClaim: claim }) =>
    claim
      ? find('persistentvolumeclaims', source, {
          name: claim.claimName,
          namespace: metadata.namespace,
        })
      : [],
  );
}

function volumeOf({ spec }: KubernetesObject, source: ItemSource) {
  const name = isRecord(spec) ? spec.volumeName : undefined;
  return typeof name === 'string'
    ? find('persistentvolumes', source, { name })
    : [];
}

function rightsOf({ metadata }: KubernetesObject, source: ItemSource) {
  const type = resourceTypeOf('clusterrolebindings');
  const bindings = source.list(type).filter(object => {
    const { subjects = [] } = object as Binding;
    return subjects.some(
      ({ kind, name, namespace }) =>
        kind === 'ServiceAccount' &&
        name === metadata.name &&
        namespace === metadata.namespace,
    );
  });
  return bindings.flatMap(object => [
    { type, object },
    ...find('clusterroles', source, {
      name: (object as Binding).roleRef?.name ?? '',
    }),
  ]);
}

function find(
  resource: ResourceName,
  source: ItemSource,
  { name, namespace }: { name: string; namespace?: string },
): BackupItem[] {
  const type = resourceTypeOf(resource);
  const object = source.find(type, name, namespace);
  return object ? [{ type, object }] : [];
}
