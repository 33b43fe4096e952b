import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { KubernetesObject } from '../kubernetes/objects';
import { RegionFixture } from '../fixture/RegionFixture';
import {
  dataOf,
  restoredItemsOf,
  restoreResultsOf,
  storedNamespace,
} from '../fixture/restores';

/** Restores a namespace in place after its settings were changed. */
async function restoreOver(
  { a }: CaseContext,
  spec: Record<string, unknown> = {},
) {
  const { namespace, backupName } = await storedNamespace(a);
  const settings = {
    resource: 'configmaps',
    namespace,
    name: 'settings',
  } as const;
  await a.kube.patch(settings, { data: { colour: 'red', size: '7' } });
  const { metadata, status } = await a.endedRestore({ backupName, ...spec });
  equal(status?.phase, 'Completed');
  return { namespace, backupName, name: metadata.name, status };
}

async function configMapItems(a: RegionFixture, restore: string) {
  const items = await restoredItemsOf(a, restore);
  return items['v1/ConfigMap'];
}

export const restoreExisting: ContractCase[] = [
  {
    id: 'restore/existing-differs',
    title:
      'An object that exists and differs is kept as it is: failed in the list, but only a warning, and the restore is Completed',
    async run(context) {
      const { a } = context;
      const { namespace, name, status } = await restoreOver(context);
      deepEqual(await dataOf(a, namespace, 'settings'), {
        colour: 'red',
        size: '7',
      });
      equal(status?.warnings, 1);
      equal(status?.errors, undefined);
      deepEqual(await restoreResultsOf(a, name), {
        errors: {},
        warnings: {
          namespaces: {
            [namespace]: [
              'could not restore, ConfigMap:settings already exists. Warning: the in-cluster version is different than the backed-up version',
            ],
          },
        },
      });
      deepEqual(await configMapItems(a, name), [
        `${namespace}/kube-root-ca.crt(skipped)`,
        `${namespace}/settings(failed)`,
      ]);
    },
  },
  {
    id: 'restore/existing-none',
    title:
      'With the policy `none` said, an object that differs is kept too, with slightly other words',
    async run(context) {
      const { a } = context;
      const { namespace, name } = await restoreOver(context, {
        existingResourcePolicy: 'none',
      });
      const { warnings } = await restoreResultsOf(a, name);
      deepEqual(warnings.namespaces?.[namespace], [
        'could not restore, ConfigMap "settings" already exists. Warning: the in-cluster version is different than the backed-up version',
      ]);
      equal((await dataOf(a, namespace, 'settings'))?.colour, 'red');
    },
  },
  {
    id: 'restore/existing-equal',
    title: 'Objects that exist and are equal are skipped without a warning',
    async run({ a }) {
      const { namespace, backupName } = await storedNamespace(a);
      const { metadata, status } = await a.endedRestore({ backupName });
      equal(status?.phase, 'Completed');
      equal(status?.warnings, undefined);
      deepEqual(await configMapItems(a, metadata.name), [
        `${namespace}/kube-root-ca.crt(skipped)`,
        `${namespace}/settings(skipped)`,
      ]);
      const settings = await a.kube.get({
        resource: 'configmaps',
        namespace,
        name: 'settings',
      });
      equal(settings.metadata.labels, undefined);
    },
  },
  {
    id: 'restore/existing-update',
    title:
      'With the policy `update` an object that differs becomes as it was backed up, with the labels of the restore',
    async run(context) {
      const { a } = context;
      const { namespace, backupName, name, status } = await restoreOver(
        context,
        { existingResourcePolicy: 'update' },
      );
      equal(status?.warnings, undefined);
      const settings = await a.kube.get({
        resource: 'configmaps',
        namespace,
        name: 'settings',
      });
      deepEqual(settings.data, { colour: 'blue' });
      deepEqual(settings.metadata.labels, {
        'velero.io/backup-name': backupName,
        'velero.io/restore-name': name,
      });
      deepEqual(await configMapItems(a, name), [
        `${namespace}/kube-root-ca.crt(skipped)`,
        `${namespace}/settings(updated)`,
      ]);
    },
  },
  {
    id: 'restore/existing-immutable',
    title:
      'With the policy `update` an object that cannot be changed stays, with a warning',
    async run({ a }) {
      const namespace = await a.namespace();
      const frozen = {
        metadata: { name: 'frozen' },
        data: { colour: 'blue' },
      };
      await a.make('configmaps', frozen, namespace);
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      await a.kube.remove({
        resource: 'configmaps',
        namespace,
        name: 'frozen',
      });
      await a.make(
        'configmaps',
        { ...frozen, data: { colour: 'red' }, immutable: true },
        namespace,
      );
      const { metadata, status } = await a.endedRestore({
        backupName: backup.metadata.name,
        existingResourcePolicy: 'update',
      });
      equal(status?.phase, 'Completed');
      deepEqual(await dataOf(a, namespace, 'frozen'), { colour: 'red' });
      const { warnings } = await restoreResultsOf(a, metadata.name);
      equal((warnings.namespaces?.[namespace] ?? []).length > 0, true);
    },
  },
  {
    id: 'restore/root-certificate',
    title:
      'The root certificate that each namespace has makes a restore into another namespace warn, although nothing is wrong',
    async run({ a }) {
      const { namespace, backupName } = await storedNamespace(a);
      const copy = await a.namespace();
      const { metadata, status } = await a.endedRestore({
        backupName,
        namespaceMapping: { [namespace]: copy },
      });
      equal(status?.phase, 'Completed');
      equal(status?.warnings, 1);
      const { warnings } = await restoreResultsOf(a, metadata.name);
      deepEqual(warnings, {
        namespaces: {
          [copy]: [
            'could not restore, ConfigMap:kube-root-ca.crt already exists. Warning: the in-cluster version is different than the backed-up version',
          ],
        },
      });
      deepEqual(await configMapItems(a, metadata.name), [
        `${copy}/kube-root-ca.crt(failed)`,
        `${copy}/settings(created)`,
      ]);
    },
  },
  {
    id: 'restore/service-account',
    title:
      'A ServiceAccount that exists is merged with the one that was backed up, whatever the policy',
    async run({ a }) {
      const namespace = await a.namespace();
      const account = {
        resource: 'serviceaccounts',
        namespace,
        name: 'till',
      } as const;
      await a.make(
        'serviceaccounts',
        { metadata: { name: 'till' }, imagePullSecrets: [{ name: 'old' }] },
        namespace,
      );
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      await a.kube.patch(account, { imagePullSecrets: [{ name: 'new' }] });
      const { metadata, status } = await a.endedRestore({
        backupName: backup.metadata.name,
      });
      equal(status?.warnings, undefined);
      const merged: KubernetesObject & { imagePullSecrets?: unknown } =
        await a.kube.get(account);
      deepEqual(merged.imagePullSecrets, [{ name: 'new' }, { name: 'old' }]);
      const items = await restoredItemsOf(a, metadata.name);
      const { 'v1/ServiceAccount': accounts = [] } = items;
      equal(accounts.includes(`${namespace}/till(updated)`), true);
    },
  },
];
