import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { claimedBackup } from '../fixture/restores';

const NEITHER_NOR_BOTH =
  'Either a backup or schedule must be specified as a source for the restore, but not both';

interface Problem {
  id: string;
  title: string;
  /** What the restore says beside the name of a backup. */
  spec(context: CaseContext): Record<string, unknown>;
  says(context: CaseContext): string[];
}

const PROBLEMS: Problem[] = [
  {
    id: 'no-source',
    title: 'without a source',
    spec: () => ({ backupName: undefined }),
    says: () => [NEITHER_NOR_BOTH],
  },
  {
    id: 'two-sources',
    title: 'of a backup and of a schedule',
    spec: () => ({ scheduleName: 'nightly' }),
    says: () => [NEITHER_NOR_BOTH],
  },
  {
    id: 'unknown-backup',
    title: 'of a backup that does not exist',
    spec: ({ names }) => ({ backupName: names.of('nowhere') }),
    says: ({ a, names }) => [
      `Error retrieving backup: can't find backup ${
        a.region.veleroNamespace
      }/${names.of('nowhere')}: Backup.velero.io "${names.of(
        'nowhere',
      )}" not found`,
    ],
  },
  {
    id: 'unknown-schedule',
    title: 'of a schedule that does not exist',
    spec: ({ names }) => ({
      backupName: undefined,
      scheduleName: names.of('nowhere'),
    }),
    says: () => [
      'No backups found for schedule',
      'No completed backups found for schedule',
    ],
  },
  {
    id: 'unknown-policy',
    title: 'with a policy for existing objects that nobody knows',
    spec: () => ({ existingResourcePolicy: 'overwrite' }),
    says: () => ['Invalid ExistingResourcePolicy: overwrite'],
  },
  {
    id: 'nodes',
    title: 'of a kind that is never restored',
    spec: () => ({ includedResources: ['nodes'] }),
    says: () => [
      'nodes are non-restorable resources',
      'Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list: nodes',
    ],
  },
  {
    id: 'resource-in-both-lists',
    title: 'that includes and excludes one resource',
    spec: () => ({
      includedResources: ['secrets'],
      excludedResources: ['secrets'],
    }),
    says: () => [
      'Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list: secrets',
    ],
  },
  {
    id: 'namespace-in-both-lists',
    title: 'that includes and excludes one namespace',
    spec: () => ({
      includedNamespaces: ['shop'],
      excludedNamespaces: ['shop'],
    }),
    says: () => [
      'Invalid included/excluded namespace lists: excludes list cannot contain an item in the includes list: shop',
    ],
  },
  {
    id: 'star-among-namespaces',
    title: 'that includes all namespaces and one of them',
    spec: () => ({ includedNamespaces: ['*', 'shop'] }),
    says: () => [
      "Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items",
    ],
  },
  {
    id: 'star-excluded',
    title: 'that excludes everything',
    spec: () => ({ excludedNamespaces: ['*'] }),
    says: () => [
      "Invalid included/excluded namespace lists: excludes list cannot contain '*'",
    ],
  },
  {
    id: 'both-selectors',
    title: 'with both kinds of label selectors',
    spec: () => ({
      labelSelector: { matchLabels: { app: 'shop' } },
      orLabelSelectors: [{ matchLabels: { app: 'shop' } }],
    }),
    says: () => [
      'encountered labelSelector as well as orLabelSelectors in restore spec, only one can be specified',
    ],
  },
  {
    id: 'unknown-modifier',
    title: 'whose ConfigMap of modifiers does not exist',
    spec: ({ names }) => ({
      resourceModifier: { kind: 'ConfigMap', name: names.of('nowhere') },
    }),
    says: ({ a, names }) => [
      `failed to get resource modifiers configmap ${
        a.region.veleroNamespace
      }/${names.of('nowhere')}`,
    ],
  },
  {
    id: 'several',
    title: 'with several problems',
    spec: () => ({
      existingResourcePolicy: 'overwrite',
      includedNamespaces: ['*', 'shop'],
      includedResources: ['secrets'],
      excludedResources: ['secrets'],
    }),
    says: () => [
      'Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list: secrets',
      "Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items",
      'Invalid ExistingResourcePolicy: overwrite',
    ],
  },
];

const problems = PROBLEMS.map(
  ({ id, title, spec, says }): ContractCase => ({
    id: `restore/invalid-${id}`,
    title: `A restore ${title} ends FailedValidation and says why`,
    async run(context) {
      const { a, names } = context;
      const backup = names.of('claimed');
      await claimedBackup(a, { name: backup });
      const { status } = await a.endedRestore({
        backupName: backup,
        ...spec(context),
      });
      deepEqual(status, {
        phase: 'FailedValidation',
        validationErrors: says(context),
      });
    },
  }),
);

export const restoreValidation: ContractCase[] = [
  ...problems,
  {
    id: 'restore/invalid-no-completed-run',
    title:
      'A restore of a schedule none of whose backups is Completed ends FailedValidation and says why',
    async run({ a, names }) {
      const scheduleName = names.of('unlucky');
      await claimedBackup(a, {
        name: names.of('partly'),
        phase: 'PartiallyFailed',
        labels: { 'velero.io/schedule-name': scheduleName },
      });
      const { status } = await a.endedRestore({ scheduleName });
      deepEqual(status?.validationErrors, [
        'No completed backups found for schedule',
      ]);
    },
  },
  {
    id: 'restore/invalid-missing-location',
    title:
      'A restore of a backup whose location does not exist ends FailedValidation and says why',
    async run({ a, names }) {
      const location = names.of('nowhere');
      const { metadata } = await claimedBackup(a, {
        name: names.of('claimed'),
        storageLocation: location,
      });
      const { status } = await a.endedRestore({ backupName: metadata.name });
      deepEqual(status?.validationErrors, [
        `Error retrieving backup: BackupStorageLocation.velero.io "${location}" not found`,
      ]);
    },
  },
  {
    id: 'restore/invalid-unavailable-location',
    title:
      'A restore of a backup whose location is Unavailable ends FailedValidation and says why',
    needs: ['objectStore'],
    async run({ a, names }) {
      const location = await a.location({
        objectStorage: { bucket: names.of('nowhere') },
      });
      const { name } = location.metadata;
      await a.phase('backupstoragelocations', name, 'Unavailable');
      const { metadata } = await claimedBackup(a, {
        name: names.of('claimed'),
        storageLocation: name,
      });
      const { status } = await a.endedRestore({ backupName: metadata.name });
      deepEqual(status?.validationErrors, [
        `The BSL ${name} is unavailable, cannot retrieve the backup`,
      ]);
    },
  },
  {
    id: 'restore/invalid-modifier',
    title:
      'A restore whose ConfigMap of modifiers has no known version ends FailedValidation and says why',
    async run({ a, names }) {
      const namespace = a.region.veleroNamespace;
      const name = names.of('modifiers');
      await a.make(
        'configmaps',
        {
          metadata: { name },
          data: {
            'modifiers.yaml': 'version: v9\nresourceModifierRules: []\n',
          },
        },
        namespace,
      );
      const backup = await claimedBackup(a, { name: names.of('claimed') });
      const { status } = await a.endedRestore({
        backupName: backup.metadata.name,
        resourceModifier: { kind: 'ConfigMap', name },
      });
      deepEqual(status?.validationErrors, [
        `Validation error in resource modifiers provided in configmap ${namespace}/${name}: unsupported resource modifier version v9`,
      ]);
    },
  },
  {
    id: 'restore/invalid-has-no-times',
    title:
      'A restore that fails validation has no times, but the additions to its spec',
    async run({ a, names }) {
      const { spec, status } = await a.endedRestore({
        backupName: names.of('nowhere'),
        excludedResources: ['secrets'],
      });
      equal(status?.startTimestamp, undefined);
      equal(status?.completionTimestamp, undefined);
      equal(spec?.itemOperationTimeout, '4h0m0s');
      deepEqual(spec?.excludedResources, [
        'secrets',
        'nodes',
        'events',
        'events.events.k8s.io',
        'backups.velero.io',
        'restores.velero.io',
        'resticrepositories.velero.io',
        'csinodes.storage.k8s.io',
        'volumeattachments.storage.k8s.io',
        'backuprepositories.velero.io',
      ]);
    },
  },
];
