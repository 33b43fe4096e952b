import { groupBy } from '../groupBy';
import { ArchivedItem } from '../contents/contentsArchive';
import { ItemFilter } from '../contents/ItemFilter';
import { matchesSelectors } from '../contents/labelMatching';
import { includesAll, includesNamespace } from '../contents/namespaceMatching';
import { resolveResources } from '../contents/resourceNames';
import { RestoreSpec } from '../VeleroObjects';
import { restoreOrder } from './restoreOrder';

/** The items of an archive that a restore asks for, in the order in which it puts them back. */
export function selectItems(
  archive: ArchivedItem[],
  spec: RestoreSpec,
): ArchivedItem[] {
  const selected = archive.filter(
    item =>
      takesResource(spec, item.resource) &&
      takesPlace(spec, item) &&
      matchesSelectors(spec, item.object.metadata.labels),
  );
  const byResource = groupBy(selected, ({ resource }) => resource);
  return restoreOrder([...byResource.keys()]).flatMap(resource =>
    byResource.get(resource)!.sort(byPlace),
  );
}

function takesResource(spec: RestoreSpec, resource: string): boolean {
  return new ItemFilter(
    resolveResources(spec.includedResources),
    resolveResources(spec.excludedResources),
  ).includes(resource);
}

/** Namespaces are meant as they are named in the backup. What is in none comes only with all of them. */
function takesPlace(spec: RestoreSpec, { namespace }: ArchivedItem): boolean {
  if (namespace) {
    return includesNamespace(spec, namespace);
  }
  const everything = includesAll(spec) && !spec.excludedNamespaces?.length;
  return spec.includeClusterResources ?? everything;
}

function byPlace(left: ArchivedItem, right: ArchivedItem): number {
  const [a, b] = [left, right].map(
    ({ namespace = '', name }) => `${namespace}/${name}`,
  );
  return a < b ? -1 : 1;
}
