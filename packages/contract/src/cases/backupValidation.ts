import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';

interface Refusal {
  id: string;
  title: string;
  spec: (context: CaseContext) => Record<string, unknown>;
  errors: (context: CaseContext) => string[];
}

/** What Velero refuses to begin, with its own words for it. */
const REFUSALS: Refusal[] = [
  {
    id: 'unknown-location',
    title:
      'A backup to a location that does not exist is refused as if no location had been named',
    spec: ({ names }) => ({ storageLocation: names.of('nowhere') }),
    errors: ({ names }) => [
      `an existing backup storage location was not specified at backup creation time and the default ${names.of(
        'nowhere',
      )} was not found. Please address this issue (see \`velero backup-location -h\` for options) and create a new backup. Error: BackupStorageLocation.velero.io "${names.of(
        'nowhere',
      )}" not found`,
    ],
  },
  {
    id: 'both-selectors',
    title: 'A backup cannot have both kinds of label selectors',
    spec: () => ({
      labelSelector: { matchLabels: { app: 'shop' } },
      orLabelSelectors: [{ matchLabels: { app: 'bank' } }],
    }),
    errors: () => [
      'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
    ],
  },
  {
    id: 'namespace-in-both-lists',
    title: 'A backup cannot include and exclude the same namespace',
    spec: () => ({
      includedNamespaces: ['team-a'],
      excludedNamespaces: ['team-a'],
    }),
    errors: () => [
      'Invalid included/excluded namespace lists: excludes list cannot contain an item in the includes list: team-a',
    ],
  },
  {
    id: 'star-among-namespaces',
    title: 'A backup cannot include `*` and a namespace besides',
    spec: () => ({ includedNamespaces: ['*', 'team-a'] }),
    errors: () => [
      "Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items",
    ],
  },
  {
    id: 'two-stars',
    title: 'A pattern of namespaces cannot have two asterisks in a row',
    spec: () => ({ includedNamespaces: ['team-**'] }),
    errors: () => [
      'Invalid included/excluded namespace lists: wildcard pattern contains consecutive asterisks (only single * allowed)',
    ],
  },
  {
    id: 'resource-in-both-lists',
    title: 'A backup cannot include and exclude the same resource',
    spec: () => ({
      includedResources: ['configmaps'],
      excludedResources: ['configmaps'],
    }),
    errors: () => [
      'Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list: configmaps',
    ],
  },
  {
    id: 'old-and-new-filters',
    title: 'A backup cannot mix the old filters of resources with the new ones',
    spec: () => ({
      includedResources: ['configmaps'],
      includedNamespaceScopedResources: ['secrets'],
    }),
    errors: () => [
      'include-resources, exclude-resources and include-cluster-resources are old filter parameters.\ninclude-cluster-scoped-resources, exclude-cluster-scoped-resources, include-namespace-scoped-resources and exclude-namespace-scoped-resources are new filter parameters.\nThey cannot be used together',
    ],
  },
  {
    id: 'unknown-policy',
    title: 'A backup whose resource policies do not exist is refused',
    spec: ({ names }) => ({
      resourcePolicy: { kind: 'configmap', name: names.of('policy') },
    }),
    errors: ({ a, names }) => {
      const name = names.of('policy');
      return [
        `invalid resource policies: fail to get ResourcePolicies ${a.region.veleroNamespace}/${name} ConfigMap: ConfigMap "${name}" not found`,
      ];
    },
  },
  {
    id: 'all-problems',
    title: 'All problems of a backup are said at once',
    spec: () => ({
      includedNamespaces: ['*', 'team-a'],
      labelSelector: { matchLabels: { app: 'shop' } },
      orLabelSelectors: [{ matchLabels: { app: 'bank' } }],
    }),
    errors: () => [
      "Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items",
      'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
    ],
  },
];

const refusals = REFUSALS.map(
  ({ id, title, spec, errors }): ContractCase => ({
    id: `backup/invalid-${id}`,
    title,
    async run(context) {
      const { status } = await context.a.endedBackup(spec(context));
      equal(status?.phase, 'FailedValidation');
      deepEqual(status?.validationErrors, errors(context));
    },
  }),
);

export const backupValidation: ContractCase[] = [
  ...refusals,
  {
    id: 'backup/invalid-has-no-times',
    title:
      'A backup that fails validation has an expiration, but neither start nor end nor progress',
    async run({ a, names }) {
      const { status } = await a.endedBackup({
        storageLocation: names.of('nowhere'),
      });
      deepEqual(Object.keys(status ?? {}).sort(), [
        'expiration',
        'formatVersion',
        'phase',
        'validationErrors',
        'version',
      ]);
    },
  },
  {
    id: 'backup/invalid-other-policy-kind',
    title: 'Resource policies of another kind than ConfigMap are ignored',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const { status } = await a.endedBackup({
        includedNamespaces: [namespace],
        resourcePolicy: { kind: 'Secret', name: names.of('policy') },
      });
      equal(status?.phase, 'Completed');
    },
  },
  {
    id: 'backup/location-read-only',
    title: 'A backup to a location that is read only is refused',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata } = await a.availableLocation({
        accessMode: 'ReadOnly',
      });
      const { status } = await a.endedBackup({
        storageLocation: metadata.name,
      });
      equal(status?.phase, 'FailedValidation');
      deepEqual(status?.validationErrors, [
        `backup can't be created because backup storage location ${metadata.name} is currently in read-only mode`,
      ]);
    },
  },
  {
    id: 'backup/location-unavailable',
    title: 'A backup to a location that is Unavailable is refused',
    needs: ['objectStore'],
    async run({ a, names }) {
      const { metadata } = await a.location({
        objectStorage: { bucket: names.of('bucket') },
      });
      await a.phase('backupstoragelocations', metadata.name, 'Unavailable');
      const { status } = await a.endedBackup({
        storageLocation: metadata.name,
      });
      equal(status?.phase, 'FailedValidation');
      deepEqual(status?.validationErrors, [
        `backup can't be created because BackupStorageLocation ${metadata.name} is in Unavailable status.`,
      ]);
    },
  },
  {
    id: 'backup/location-not-checked',
    title:
      'A backup to a location that has no phase is refused for good, also when the location has one later',
    needs: ['objectStore'],
    async run({ a }) {
      const namespace = await a.namespace();
      // It is not checked again by itself while the case runs, so that the phase stays away.
      const location = await a.availableLocation({ validationFrequency: '1h' });
      const { name } = location.metadata;
      await a.patch('backupstoragelocations', name, {
        status: { phase: null },
      });
      const spec = { includedNamespaces: [namespace], storageLocation: name };
      const refused = await a.endedBackup(spec);
      deepEqual(refused.status?.validationErrors, [
        `backup can't be created because BackupStorageLocation ${name} is in Unavailable status.`,
      ]);
      await a.patch('backupstoragelocations', name, {
        status: { phase: 'Available' },
      });
      await a.patch('backups', refused.metadata.name, {
        metadata: { annotations: { touched: 'yes' } },
      });
      equal((await a.endedBackup(spec)).status?.phase, 'Completed');
      const later = await a.get('backups', refused.metadata.name);
      equal(later.status?.phase, 'FailedValidation');
      ok(later.status?.validationErrors?.length);
    },
  },
];
