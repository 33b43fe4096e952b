import {
  changedFields,
  difference,
  fieldTree,
  intersection,
  union,
} from './fieldTree';
import {
  FieldTree,
  KubernetesObject,
  ManagedFieldsEntry,
} from './KubernetesObject';

/** What a client says that can be owned: not its identity, and not the server's own bookkeeping. */
function ownable(object?: KubernetesObject): Record<string, unknown> {
  if (!object) {
    return {};
  }
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = object;
  const { labels, annotations, finalizers, ownerReferences } = metadata;
  const owned = { labels, annotations, finalizers, ownerReferences };
  const set = Object.entries(owned).filter(([, value]) => value !== undefined);
  return { ...(set.length && { metadata: Object.fromEntries(set) }), ...rest };
}

/** Nobody owns the metadata as such. */
function withoutMetadataItself(tree: FieldTree): FieldTree {
  const { 'f:metadata': metadata, ...rest } = tree;
  if (!metadata) {
    return tree;
  }
  const { '.': _itself, ...fields } = metadata;
  return { 'f:metadata': fields, ...rest };
}

/** Gives the fields that changed to the manager that changed them, and takes them from the others. */
export function trackFields(options: {
  previous?: KubernetesObject;
  next: KubernetesObject;
  manager: string;
  time: string;
}): ManagedFieldsEntry[] {
  const { previous, next, manager, time } = options;
  const present = fieldTree(ownable(next));
  const changed = withoutMetadataItself(
    changedFields(ownable(previous), ownable(next)),
  );
  const entries = previous?.metadata.managedFields ?? [];
  const own = entries.find(entry => entry.manager === manager);
  const others = entries
    .filter(entry => entry !== own)
    .map(entry => ({
      ...entry,
      fieldsV1: difference(intersection(entry.fieldsV1, present), changed),
    }))
    .filter(entry => Object.keys(entry.fieldsV1).length > 0);
  const fieldsV1 = union(intersection(own?.fieldsV1 ?? {}, present), changed);
  return [
    ...others,
    {
      manager,
      operation: 'Update',
      apiVersion: next.apiVersion,
      time,
      fieldsType: 'FieldsV1',
      fieldsV1,
    },
  ];
}
