import { isGlob } from './namespaceMatching';
import { VeleroContext } from './VeleroContext';
import { BackupSpec } from './VeleroObjects';

/** The problems that keep a backup from starting, in Velero's words. */
export function validateBackup(
  spec: BackupSpec,
  context: VeleroContext,
): string[] {
  return [
    ...checkFilters(spec),
    ...checkResourceLists(spec),
    ...checkNamespaces(spec),
    ...checkLocation(spec, context),
    ...checkPolicy(spec, context),
  ];
}

function checkFilters(spec: BackupSpec): string[] {
  const old =
    spec.includedResources?.length ||
    spec.excludedResources?.length ||
    spec.includeClusterResources !== undefined;
  const modern =
    spec.includedClusterScopedResources?.length ||
    spec.excludedClusterScopedResources?.length ||
    spec.includedNamespaceScopedResources?.length ||
    spec.excludedNamespaceScopedResources?.length;
  return [
    ...(old && modern
      ? [
          'include-resources, exclude-resources and include-cluster-resources are old filter parameters.\ninclude-cluster-scoped-resources, exclude-cluster-scoped-resources, include-namespace-scoped-resources and exclude-namespace-scoped-resources are new filter parameters.\nThey cannot be used together',
        ]
      : []),
    ...(spec.labelSelector && spec.orLabelSelectors?.length
      ? [
          'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
        ]
      : []),
  ];
}

function checkLists(included: string[] = [], excluded: string[] = []) {
  const both = excluded.filter(item => item !== '*' && included.includes(item));
  return [
    ...(included.length > 1 && included.includes('*')
      ? [
          "includes list must either contain '*' only, or a non-empty list of items",
        ]
      : []),
    ...(excluded.includes('*') ? ["excludes list cannot contain '*'"] : []),
    ...both.map(
      item =>
        `excludes list cannot contain an item in the includes list: ${item}`,
    ),
  ];
}

function checkResourceLists(spec: BackupSpec): string[] {
  return checkLists(spec.includedResources, spec.excludedResources).map(
    problem => `Invalid included/excluded resource lists: ${problem}`,
  );
}

function checkNamespaces(spec: BackupSpec): string[] {
  const { includedNamespaces = [], excludedNamespaces = [] } = spec;
  const wild = [...includedNamespaces, ...excludedNamespaces]
    .filter(isGlob)
    .filter(pattern => pattern.includes('**'));
  return [
    ...checkLists(includedNamespaces, excludedNamespaces),
    ...wild.map(
      () =>
        'wildcard pattern contains consecutive asterisks (only single * allowed)',
    ),
  ].map(problem => `Invalid included/excluded namespace lists: ${problem}`);
}

function checkLocation(
  { storageLocation = 'default' }: BackupSpec,
  { client }: VeleroContext,
): string[] {
  const location = client.get('backupstoragelocations', storageLocation);
  if (!location) {
    return [
      `an existing backup storage location was not specified at backup creation time and the default ${storageLocation} was not found. Please address this issue (see \`velero backup-location -h\` for options) and create a new backup. Error: BackupStorageLocation.velero.io "${storageLocation}" not found`,
    ];
  }
  return [
    ...(location.spec?.accessMode === 'ReadOnly'
      ? [
          `backup can't be created because backup storage location ${storageLocation} is currently in read-only mode`,
        ]
      : []),
    // A location that was not looked at yet counts as unavailable.
    ...(location.status?.phase !== 'Available'
      ? [
          `backup can't be created because BackupStorageLocation ${storageLocation} is in Unavailable status.`,
        ]
      : []),
  ];
}

function checkPolicy(
  { resourcePolicy }: BackupSpec,
  { client }: VeleroContext,
): string[] {
  // Another kind than ConfigMap is ignored without a word.
  if (resourcePolicy?.kind.toLowerCase() !== 'configmap') {
    return [];
  }
  const { name } = resourcePolicy;
  return client.has('configmaps', name)
    ? []
    : [
        `invalid resource policies: fail to get ResourcePolicies ${client.namespace}/${name} ConfigMap: ConfigMap "${name}" not found`,
      ];
}
