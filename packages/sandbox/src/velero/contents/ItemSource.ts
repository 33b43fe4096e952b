import { groupBy } from '../groupBy';
import { KubernetesObject, objectKey } from '../../api/KubernetesObject';
import { ObjectStore } from '../../api/ObjectStore';
import { RESOURCE_TYPES, ResourceType } from '../../api/ResourceType';

/** The objects among which a backup chooses. */
export interface ItemSource {
  list(type: ResourceType): KubernetesObject[];
  find(
    type: ResourceType,
    name: string,
    namespace?: string,
  ): KubernetesObject | undefined;
}

/** What is in a cluster now. */
export function clusterSource(store: ObjectStore): ItemSource {
  return {
    list: type =>
      [...store.collection(type).values()].map(({ object }) => object),
    find: (type, name, namespace) =>
      store.collection(type).get(objectKey(name, namespace))?.object,
  };
}

/** Objects that were in a cluster once. */
export function memorySource(objects: KubernetesObject[]): ItemSource {
  const byKind = groupBy(objects, ({ kind }) => kind);
  const list = ({ kind }: ResourceType) => byKind.get(kind) ?? [];
  return {
    list,
    find: (type, name, namespace) =>
      list(type).find(
        ({ metadata }) =>
          metadata.name === name && metadata.namespace === namespace,
      ),
  };
}

const FIRST = ['pods', 'persistentvolumeclaims', 'persistentvolumes'];

/** The order in which backups go through resources: those with volumes before all others. */
export const COLLECTING_ORDER: readonly ResourceType[] = [
  ...FIRST.flatMap(plural =>
    RESOURCE_TYPES.filter(type => type.plural === plural),
  ),
  ...RESOURCE_TYPES.filter(({ plural }) => !FIRST.includes(plural)),
];
