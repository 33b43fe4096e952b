import { clusterScopedOf, KindFate, resourcesToName } from './kindsToRestore';
import { namespacesToRestore } from './namespacesToRestore';
import { RestoreCase } from './RestoreCase';

/** How long plugins may take, as moving the data of volumes does: Velero's own default. */
const ITEM_OPERATION_TIMEOUT = '4h0m0s';

/**
 * The spec of a Restore as the portal makes it: these keys and no others.
 *
 * @public
 */
export interface RestoreSpec {
  backupName: string;
  includedNamespaces: string[];
  namespaceMapping?: Record<string, string>;
  includedResources: string[];
  /** False keeps out all that lives in no namespace; absent lets volumes follow their claims. */
  includeClusterResources?: boolean;
  restorePVs: boolean;
  existingResourcePolicy: 'none' | 'update';
  labelSelector?: { matchLabels: Record<string, string> };
  resourceModifier?: { kind: 'ConfigMap'; name: string };
  /** Go duration. */
  itemOperationTimeout: string;
}

/** Builds the spec; equal cases give specs that are equal, apart from the order of keys. */
export function restoreSpecOf(
  restoreCase: RestoreCase,
  fates: KindFate[],
): RestoreSpec {
  const { wish, snapshot } = restoreCase;
  const resources = resourcesToName(fates);
  const clusterScoped = clusterScopedOf(restoreCase, resources);
  const withVolumes = wish.volumes === 'restore';
  // Out of what was proven, not out of what was asked for.
  const mapped = snapshot.pairs
    .map(({ source, target }): [string, string] => [source, target.name])
    .filter(([source, target]) => source !== target);
  return {
    backupName: wish.backup.name,
    includedNamespaces: namespacesToRestore(restoreCase),
    ...(mapped.length > 0 && {
      namespaceMapping: Object.fromEntries(mapped),
    }),
    includedResources: resources,
    ...clusterResourcesOf(clusterScoped, withVolumes),
    restorePVs: withVolumes,
    existingResourcePolicy: wish.existing,
    ...(wish.labels && { labelSelector: { matchLabels: wish.labels } }),
    ...(snapshot.modifier && {
      resourceModifier: {
        kind: 'ConfigMap' as const,
        name: snapshot.modifier.name,
      },
    }),
    itemOperationTimeout: ITEM_OPERATION_TIMEOUT,
  };
}

function clusterResourcesOf(
  clusterScoped: string[],
  withVolumes: boolean,
): Pick<RestoreSpec, 'includeClusterResources'> {
  if (clusterScoped.length > 0) {
    return { includeClusterResources: true };
  }
  return withVolumes ? {} : { includeClusterResources: false };
}
