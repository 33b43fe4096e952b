import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { resourceListOf } from '../fixture/contentsOf';
import { RegionFixture } from '../fixture/RegionFixture';

type Spec = Record<string, unknown>;

/** A namespace with three ConfigMaps, labelled with what filters ask for. */
async function labelledNamespace(a: RegionFixture): Promise<string> {
  const namespace = await a.namespace();
  const labels = {
    shop: { app: 'shop', tier: 'web' },
    bank: { app: 'bank', tier: 'web' },
    mail: { app: 'mail', tier: 'queue' },
  };
  for (const [name, own] of Object.entries(labels)) {
    await a.make('configmaps', { metadata: { name, labels: own } }, namespace);
  }
  return namespace;
}

/** The names of the ConfigMaps in the namespace that a backup of it took. */
async function configMapsTaken(
  a: RegionFixture,
  namespace: string,
  spec: Spec,
) {
  const { metadata, status } = await a.endedBackup({
    includedNamespaces: [namespace],
    ...spec,
  });
  equal(status?.phase, 'Completed');
  const list = await resourceListOf(a, metadata.name);
  return list['v1/ConfigMap']?.map(item => item.replace(`${namespace}/`, ''));
}

export const backupFilters: ContractCase[] = [
  {
    id: 'filter/missing-namespace',
    title:
      'A namespace that does not exist is an error, and the backup ends PartiallyFailed',
    async run({ a, names }) {
      const missing = names.of('nowhere');
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: [missing],
      });
      equal(status?.phase, 'PartiallyFailed');
      equal(status?.errors, 1);
      const results = await a.download('BackupResults', metadata.name);
      deepEqual(results.json(), {
        errors: {
          velero: [
            ` resource: /namespaces message: /fail to get the namespace ${missing} specified in backup.Spec.IncludedNamespaces`,
          ],
        },
        warnings: {},
      });
    },
  },
  {
    id: 'filter/pattern-without-match',
    title:
      'A pattern that no namespace matches makes a backup that is Completed and empty',
    async run({ a, names }) {
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: [`${names.of('nowhere')}-*`],
      });
      equal(status?.phase, 'Completed');
      equal(status?.progress?.totalItems, undefined);
      deepEqual(await resourceListOf(a, metadata.name), {});
    },
  },
  {
    id: 'filter/pattern',
    title: 'A pattern takes all namespaces that match it',
    async run({ a, names }) {
      const first = await a.namespace();
      const second = await a.namespace();
      const { metadata } = await a.endedBackup({
        includedNamespaces: [`${names.prefix}-ns?`],
      });
      const list = await resourceListOf(a, metadata.name);
      deepEqual(list['v1/Namespace'], [first, second].sort());
    },
  },
  {
    id: 'filter/unknown-resource',
    title:
      'A resource that does not exist is no error: the backup is Completed and empty',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: [namespace],
        includedResources: ['flyingsaucers'],
      });
      equal(status?.phase, 'Completed');
      equal(status?.warnings, undefined);
      deepEqual(await resourceListOf(a, metadata.name), {});
    },
  },
  {
    id: 'filter/excluded-namespace',
    title: 'A namespace that a pattern takes can be excluded by its name',
    async run({ a, names }) {
      const first = await a.namespace();
      const second = await a.namespace();
      const { metadata } = await a.endedBackup({
        includedNamespaces: [`${names.prefix}-*`],
        excludedNamespaces: [second],
      });
      const list = await resourceListOf(a, metadata.name);
      deepEqual(list['v1/Namespace'], [first]);
    },
  },
  {
    id: 'filter/match-labels',
    title: 'A label selector takes what has all of its labels',
    async run({ a }) {
      const taken = await configMapsTaken(a, await labelledNamespace(a), {
        labelSelector: { matchLabels: { app: 'shop', tier: 'web' } },
      });
      deepEqual(taken, ['shop']);
    },
  },
  {
    id: 'filter/match-expressions',
    title: 'A label selector takes what its expressions match',
    async run({ a }) {
      const taken = await configMapsTaken(a, await labelledNamespace(a), {
        labelSelector: {
          matchExpressions: [
            { key: 'app', operator: 'In', values: ['shop', 'bank', 'mail'] },
            { key: 'tier', operator: 'NotIn', values: ['queue'] },
          ],
        },
      });
      deepEqual(taken?.sort(), ['bank', 'shop']);
    },
  },
  {
    id: 'filter/or-labels',
    title: 'Of several label selectors one is enough',
    async run({ a }) {
      const taken = await configMapsTaken(a, await labelledNamespace(a), {
        orLabelSelectors: [
          { matchLabels: { app: 'shop' } },
          { matchLabels: { tier: 'queue' } },
        ],
      });
      deepEqual(taken?.sort(), ['mail', 'shop']);
    },
  },
  {
    id: 'filter/excluded-object',
    title: 'What is labelled velero.io/exclude-from-backup=true is left out',
    async run({ a }) {
      const namespace = await a.namespace({ kept: { a: 'b' } });
      const labels = { 'velero.io/exclude-from-backup': 'true' };
      await a.make(
        'configmaps',
        { metadata: { name: 'hidden', labels } },
        namespace,
      );
      deepEqual(await configMapsTaken(a, namespace, {}), [
        'kept',
        'kube-root-ca.crt',
      ]);
    },
  },
  {
    id: 'filter/included-resource',
    title: 'An included resource is taken alone, whichever way it is spelt',
    async run({ a }) {
      const namespace = await a.namespace({ kept: { a: 'b' } });
      for (const spelling of ['configmaps', 'configmap', 'cm']) {
        const { metadata } = await a.endedBackup({
          includedNamespaces: [namespace],
          includedResources: [spelling],
        });
        deepEqual(await resourceListOf(a, metadata.name), {
          'v1/ConfigMap': [
            `${namespace}/kept`,
            `${namespace}/kube-root-ca.crt`,
          ],
        });
      }
    },
  },
  {
    id: 'filter/excluded-resource',
    title: 'An excluded resource is left out by the old filters and by the new',
    async run({ a }) {
      const namespace = await a.namespace({ kept: { a: 'b' } });
      await a.make('secrets', { metadata: { name: 'pin' } }, namespace);
      for (const filter of [
        'excludedResources',
        'excludedNamespaceScopedResources',
      ]) {
        const { metadata } = await a.endedBackup({
          includedNamespaces: [namespace],
          [filter]: ['configmaps', 'serviceaccounts'],
        });
        deepEqual(await resourceListOf(a, metadata.name), {
          'v1/Namespace': [namespace],
          'v1/Secret': [`${namespace}/pin`],
        });
      }
    },
  },
];
