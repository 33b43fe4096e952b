import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { normalise } from '../fixture/normalise';
import {
  configMapsIn,
  restoreCopy,
  restoredItemsOf,
  restoreResultsOf,
  storedNamespace,
} from '../fixture/restores';
import { CaseContext } from '../fixture/CaseContext';

/** A backup of a namespace with a Secret and three ConfigMaps, two of them labelled. */
async function storedShop({ a }: CaseContext) {
  const namespace = await a.namespace({ plain: { colour: 'blue' } });
  const labelled = [
    { name: 'apple', labels: { kind: 'fruit' } },
    { name: 'bread', labels: { kind: 'grain' } },
  ];
  for (const metadata of labelled) {
    await a.make('configmaps', { metadata }, namespace);
  }
  await a.make('secrets', { metadata: { name: 'till' } }, namespace);
  const { metadata } = await a.endedBackup({ includedNamespaces: [namespace] });
  return { namespace, backupName: metadata.name };
}

function deploymentOf(name: string) {
  const labels = { app: name };
  return {
    metadata: { name },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: name }] },
      },
    },
  };
}

interface Filter {
  id: string;
  title: string;
  spec: Record<string, unknown>;
  restores: { configMaps: string[]; secrets: number };
}

const FILTERS: Filter[] = [
  {
    id: 'included-resource',
    title: 'With included resources a restore leaves out other kinds',
    spec: { includedResources: ['secrets'] },
    restores: { configMaps: [], secrets: 1 },
  },
  {
    id: 'excluded-resource',
    title: 'With excluded resources a restore leaves out these kinds',
    spec: { excludedResources: ['configmaps'] },
    restores: { configMaps: [], secrets: 1 },
  },
  {
    id: 'label',
    title: 'With a label selector a restore leaves out what has other labels',
    spec: { labelSelector: { matchLabels: { kind: 'fruit' } } },
    restores: { configMaps: ['apple'], secrets: 0 },
  },
  {
    id: 'or-labels',
    title: 'With several label selectors a restore takes what one matches',
    spec: {
      orLabelSelectors: [
        { matchLabels: { kind: 'fruit' } },
        { matchLabels: { kind: 'grain' } },
      ],
    },
    restores: { configMaps: ['apple', 'bread'], secrets: 0 },
  },
];

const filters = FILTERS.map(
  ({ id, title, spec, restores }): ContractCase => ({
    id: `restore/${id}`,
    title,
    async run(context) {
      const { a, names } = context;
      const stored = await storedShop(context);
      const { copy, restore } = await restoreCopy(a, names, stored, spec);
      equal(restore.status?.phase, 'Completed');
      deepEqual(await configMapsIn(a, copy), restores.configMaps);
      const secrets = await a.kube.list({
        resource: 'secrets',
        namespace: copy,
      });
      equal(secrets.items.length, restores.secrets);
    },
  }),
);

/** What Velero makes `deployments.apps` of. */
const SPELLINGS = [
  'deployment',
  'deploy',
  'deployments.',
  'deployments.a',
  'deploy.ap',
  'Deployments',
];

export const restoreFilters: ContractCase[] = [
  ...filters,
  {
    id: 'restore/included-resource-spelt',
    title:
      'An included resource is also taken by its short name or in the singular, without its group, with a dot for it, or with what it begins with',
    async run({ a, names }) {
      const namespace = await a.namespace();
      await a.make('deployments', deploymentOf('shop'), namespace);
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      const backupName = backup.metadata.name;
      for (const spelling of SPELLINGS) {
        const stored = { namespace, backupName };
        const { copy, restore } = await restoreCopy(a, names, stored, {
          includedResources: [spelling],
        });
        deepEqual(
          (await restoredItemsOf(a, restore.metadata.name))[
            'apps/v1/Deployment'
          ],
          [`${copy}/shop(created)`],
          spelling,
        );
      }
    },
  },
  {
    id: 'restore/included-namespace',
    title:
      'A restore of one of the namespaces in a backup leaves the others out, by their names before the mapping',
    async run({ a, names }) {
      const first = await a.namespace({ one: { number: '1' } });
      const second = await a.namespace({ two: { number: '2' } });
      const backup = await a.endedBackup({
        includedNamespaces: [first, second],
      });
      const copies = [names.of('copy-one'), names.of('copy-two')];
      const { metadata } = await a.endedRestore({
        backupName: backup.metadata.name,
        includedNamespaces: [second],
        namespaceMapping: { [first]: copies[0], [second]: copies[1] },
      });
      const items = await restoredItemsOf(a, metadata.name);
      deepEqual(items['v1/Namespace'], [`${copies[1]}(created)`]);
      deepEqual(await configMapsIn(a, copies[1]), ['two']);
    },
  },
  {
    id: 'restore/excluded-namespace',
    title: 'A restore leaves out the namespaces that it excludes',
    async run({ a, names }) {
      const first = await a.namespace({ one: { number: '1' } });
      const second = await a.namespace({ two: { number: '2' } });
      const backup = await a.endedBackup({
        includedNamespaces: [first, second],
      });
      const copies = [names.of('copy-one'), names.of('copy-two')];
      const { metadata } = await a.endedRestore({
        backupName: backup.metadata.name,
        excludedNamespaces: [second],
        namespaceMapping: { [first]: copies[0], [second]: copies[1] },
      });
      const items = await restoredItemsOf(a, metadata.name);
      deepEqual(items['v1/Namespace'], [`${copies[0]}(created)`]);
    },
  },
  {
    id: 'restore/nothing-matches',
    title:
      'A restore of a namespace that is not in the backup is Completed without items and without a warning',
    async run({ a, names }) {
      const { backupName } = await storedNamespace(a);
      const { metadata, status } = await a.endedRestore({
        backupName,
        includedNamespaces: [names.of('nowhere')],
      });
      equal(status?.phase, 'Completed');
      deepEqual(status?.progress, {});
      equal(status?.warnings, undefined);
      deepEqual(await restoredItemsOf(a, metadata.name), {});
      deepEqual(await restoreResultsOf(a, metadata.name), {
        errors: {},
        warnings: {},
      });
    },
  },
  {
    id: 'restore/empty-archive',
    title:
      'A restore of a backup without items is Completed with a warning that there is nothing',
    async run({ a, names }) {
      const backup = await a.endedBackup({
        includedNamespaces: [`${names.of('nowhere')}-*`],
      });
      const { metadata, status } = await a.endedRestore({
        backupName: backup.metadata.name,
      });
      equal(status?.phase, 'Completed');
      equal(status?.warnings, 1);
      const { warnings } = await restoreResultsOf(a, metadata.name);
      deepEqual(warnings.velero?.map(normalise), [
        'zero items to be restored: directory "…/resources": does not exist',
      ]);
    },
  },
  {
    id: 'restore/modifier',
    title: 'A restore changes objects by the modifiers in a ConfigMap',
    async run({ a, names }) {
      const stored = await storedNamespace(a);
      const name = names.of('modifiers');
      const rules = [
        'version: v1',
        'resourceModifierRules:',
        '- conditions:',
        '    groupResource: configmaps',
        '    resourceNameRegex: "^settings$"',
        '  patches:',
        '  - operation: replace',
        '    path: "/data/colour"',
        '    value: "red"',
      ];
      await a.make(
        'configmaps',
        { metadata: { name }, data: { 'rules.yaml': rules.join('\n') } },
        a.region.veleroNamespace,
      );
      const { copy } = await restoreCopy(a, names, stored, {
        resourceModifier: { kind: 'configmap', name },
      });
      const settings = await a.kube.get({
        resource: 'configmaps',
        namespace: copy,
        name: 'settings',
      });
      deepEqual(settings.data, { colour: 'red' });
    },
  },
  {
    id: 'restore/cluster-scoped',
    title: 'A cluster-scoped object that was deleted comes back from a backup',
    needs: ['rbac'],
    async run({ a, names }) {
      const name = names.of('reader');
      const labels = { case: names.prefix };
      const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }];
      await a.make('clusterroles', { metadata: { name, labels }, rules });
      const backup = await a.endedBackup({
        includedResources: ['clusterroles'],
        includeClusterResources: true,
        labelSelector: { matchLabels: labels },
      });
      await a.kube.remove({ resource: 'clusterroles', name });
      const { metadata, status } = await a.endedRestore({
        backupName: backup.metadata.name,
      });
      equal(status?.phase, 'Completed');
      match(
        JSON.stringify(await restoredItemsOf(a, metadata.name)),
        new RegExp(`ClusterRole":\\["${name}\\(created\\)"\\]`),
      );
      await a.kube.get({ resource: 'clusterroles', name });
    },
  },
];
