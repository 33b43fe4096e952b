import { ResourceType } from '../../api/ResourceType';
import { BackupSpec } from '../VeleroObjects';
import { BackupItem } from './BackupItem';
import { COLLECTING_ORDER, ItemSource } from './ItemSource';
import { hasSelectors, matchesSelectors } from './labelMatching';
import { includesNamespace, leavesNoneOut } from './namespaceMatching';
import { ResourceFilter } from './ResourceFilter';

interface Collecting {
  spec: BackupSpec;
  source: ItemSource;
  filter: ResourceFilter;
}

/** All that a spec asks for. Some of it may be left out when it comes to the single item. */
export function collectItems(collecting: Collecting): BackupItem[] {
  const { filter } = collecting;
  const items = COLLECTING_ORDER.filter(type => filter.includes(type)).flatMap(
    type => itemsOf(type, collecting),
  );
  const inhabited = new Set(
    items.map(({ object }) => object.metadata.namespace),
  );
  return items.filter(
    item =>
      item.type.plural !== 'namespaces' ||
      inhabited.has(item.object.metadata.name) ||
      takesNamespace(item, collecting),
  );
}

function itemsOf(
  type: ResourceType,
  { spec, source }: Collecting,
): BackupItem[] {
  const objects = source.list(type);
  const selected =
    type.plural === 'namespaces'
      ? objects
      : objects.filter(
          ({ metadata: { namespace, labels } }) =>
            (!namespace || includesNamespace(spec, namespace)) &&
            matchesSelectors(spec, labels),
        );
  return selected.map(object => ({ type, object }));
}

/** A Namespace comes by its name or its labels, besides those in which something was found. */
function takesNamespace(
  { object }: BackupItem,
  { spec, source }: Collecting,
): boolean {
  const { name, labels } = object.metadata;
  const { phase } = (object.status ?? {}) as { phase?: string };
  if (phase === 'Terminating') {
    return false;
  }
  const selective = hasSelectors(spec);
  if (selective && matchesSelectors(spec, labels)) {
    return true;
  }
  const namespaces = COLLECTING_ORDER.find(
    ({ plural }) => plural === 'namespaces',
  )!;
  const existing = source.list(namespaces).map(({ metadata }) => metadata.name);
  return (
    !(selective && leavesNoneOut(spec, existing)) &&
    includesNamespace(spec, name)
  );
}
