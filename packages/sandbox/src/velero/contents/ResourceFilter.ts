import { qualifiedName, ResourceType } from '../../api/ResourceType';
import { BackupSpec } from '../VeleroObjects';
import { ItemFilter } from './ItemFilter';
import { resolveResources, resolveScoped } from './resourceNames';

export const SNAPSHOTS = 'volumesnapshots.snapshot.storage.k8s.io';
export const SNAPSHOT_CONTENTS =
  'volumesnapshotcontents.snapshot.storage.k8s.io';

/** Which resources a backup takes. */
export interface ResourceFilter {
  includes(type: ResourceType): boolean;
  /** True when it must not even come along with something that refers to it. */
  excludes(type: ResourceType): boolean;
}

/** Specs have two sets of filters that exclude each other; without any the new ones hold. */
export function usesOldFilters(spec: BackupSpec): boolean {
  return (
    spec.includeClusterResources !== undefined ||
    Boolean(spec.includedResources?.length || spec.excludedResources?.length)
  );
}

export function resourceFilter(
  spec: BackupSpec,
  options: { allNamespaces: boolean },
): ResourceFilter {
  return usesOldFilters(spec)
    ? oldFilter(spec, options.allNamespaces)
    : newFilter(spec, options.allNamespaces);
}

function isNamespaces({ plural }: ResourceType): boolean {
  return plural === 'namespaces';
}

function oldFilter(spec: BackupSpec, allNamespaces: boolean): ResourceFilter {
  const { includeClusterResources: cluster } = spec;
  const filter = new ItemFilter(
    resolveResources(spec.includedResources),
    resolveResources(spec.excludedResources),
  );
  return {
    includes: type => {
      const outside = !type.namespaced && !isNamespaces(type);
      return (
        !(cluster === false && !type.namespaced) &&
        !(cluster === undefined && outside && !allNamespaces) &&
        filter.includes(qualifiedName(type))
      );
    },
    excludes: type => {
      const name = qualifiedName(type);
      return (
        filter.excludes(name) ||
        (!type.namespaced &&
          (cluster === false ||
            (cluster === undefined && !filter.includes(name))))
      );
    },
  };
}

function newFilter(spec: BackupSpec, allNamespaces: boolean): ResourceFilter {
  const namespaced = new ItemFilter(
    resolveScoped(spec.includedNamespaceScopedResources, { namespaced: true }),
    resolveScoped(spec.excludedNamespaceScopedResources, { namespaced: true }),
  );
  const cluster = new ItemFilter(
    resolveScoped(spec.includedClusterScopedResources, { namespaced: false }),
    resolveScoped(spec.excludedClusterScopedResources, { namespaced: false }),
  );
  // Only a backup of everything would take what is outside of namespaces without being asked to. The server's own
  // exclusions count too, so that with the new filters no backup does.
  const everything =
    cluster.empty && allNamespaces && namespaced.includesEverything;
  return {
    includes: type => {
      const name = qualifiedName(type);
      return type.namespaced
        ? namespaced.includes(name)
        : !cluster.excludes(name) &&
            (everything || cluster.names(name) || isNamespaces(type));
    },
    excludes: type =>
      (type.namespaced ? namespaced : cluster).excludes(qualifiedName(type)),
  };
}
