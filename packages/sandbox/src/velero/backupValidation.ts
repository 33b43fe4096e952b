import { usesOldFilters } from './contents/ResourceFilter';
import {
  checkLists,
  checkNamespaceLists,
  checkScopedLists,
} from './listValidation';
import { VeleroContext } from './VeleroContext';
import { BackupSpec } from './VeleroObjects';

const MIXED_FILTERS =
  'include-resources, exclude-resources and include-cluster-resources are old filter parameters.\ninclude-cluster-scoped-resources, exclude-cluster-scoped-resources, include-namespace-scoped-resources and exclude-namespace-scoped-resources are new filter parameters.\nThey cannot be used together';

/** The problems that keep a backup from starting, in Velero's words: of what was asked for, and of what was made of it. */
export function validateBackup(
  asked: BackupSpec,
  spec: BackupSpec,
  context: VeleroContext,
): string[] {
  return [
    ...checkLocation(asked, spec, context),
    ...checkMixture(asked),
    ...checkResources(asked),
    ...checkNamespaceLists(
      spec.includedNamespaces,
      spec.excludedNamespaces,
    ).map(problem => `Invalid included/excluded namespace lists: ${problem}`),
    ...checkSelectors(spec),
    ...checkPolicy(spec, context),
  ];
}

function checkLocation(
  asked: BackupSpec,
  { storageLocation = '' }: BackupSpec,
  { client }: VeleroContext,
): string[] {
  const location = client.get('backupstoragelocations', storageLocation);
  if (!location) {
    const what = asked.storageLocation
      ? `default ${storageLocation} was not found`
      : `server default ${storageLocation} does not exist`;
    return [
      `an existing backup storage location was not specified at backup creation time and the ${what}. Please address this issue (see \`velero backup-location -h\` for options) and create a new backup. Error: BackupStorageLocation.velero.io "${storageLocation}" not found`,
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

function checkMixture(spec: BackupSpec): string[] {
  const modern =
    spec.includedClusterScopedResources?.length ||
    spec.excludedClusterScopedResources?.length ||
    spec.includedNamespaceScopedResources?.length ||
    spec.excludedNamespaceScopedResources?.length;
  return usesOldFilters(spec) && modern ? [MIXED_FILTERS] : [];
}

function checkResources(spec: BackupSpec): string[] {
  if (usesOldFilters(spec)) {
    return checkLists(spec.includedResources, spec.excludedResources).map(
      problem => `Invalid included/excluded resource lists: ${problem}`,
    );
  }
  return [
    ...checkScopedLists(
      spec.includedClusterScopedResources,
      spec.excludedClusterScopedResources,
    ).map(
      problem =>
        `Invalid cluster-scoped included/excluded resource lists: ${problem}`,
    ),
    ...checkScopedLists(
      spec.includedNamespaceScopedResources,
      spec.excludedNamespaceScopedResources,
    ).map(
      problem =>
        `Invalid namespace-scoped included/excluded resource lists: ${problem}`,
    ),
  ];
}

function checkSelectors(spec: BackupSpec): string[] {
  return spec.labelSelector && spec.orLabelSelectors
    ? [
        'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
      ]
    : [];
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
  return client.configMap(name)
    ? []
    : [
        `invalid resource policies: fail to get ResourcePolicies ${client.namespace}/${name} ConfigMap: ConfigMap "${name}" not found`,
      ];
}
