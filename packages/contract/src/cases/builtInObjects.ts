import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { refusal } from '../kubernetes/ApiFailure';

export const builtInObjects: ContractCase[] = [
  {
    id: 'objects/secret-text',
    title: 'A Secret takes plain text and keeps it in base64',
    async run({ a }) {
      const namespace = await a.namespace();
      const metadata = { name: 'credentials' };
      const made = await a.make(
        'secrets',
        { metadata, stringData: { cloud: '[default]\n' } },
        namespace,
      );
      deepEqual(made.data, { cloud: 'W2RlZmF1bHRdCg==' });
      deepEqual(Object.keys(made).includes('stringData'), false);
    },
  },
  {
    id: 'objects/secret-refused',
    title: 'A Secret whose data is no base64 is refused',
    async run({ a }) {
      const namespace = await a.namespace();
      const { code, status } = await refusal(
        a.make(
          'secrets',
          { metadata: { name: 'credentials' }, data: { cloud: '[default]' } },
          namespace,
        ),
      );
      equal(code, 400);
      match(status.message ?? '', /illegal base64 data at input byte 0/);
    },
  },
  {
    id: 'objects/immutable',
    title: 'What is immutable is not changed, and stays so until it is deleted',
    async run({ a }) {
      const namespace = await a.namespace();
      const name = 'settings';
      const reference = { resource: 'configmaps', namespace, name } as const;
      await a.make(
        'configmaps',
        { metadata: { name }, data: { colour: 'blue' }, immutable: true },
        namespace,
      );
      for (const [patch, field] of [
        [{ data: { colour: 'red' } }, 'data'],
        [{ immutable: false }, 'immutable'],
      ] as const) {
        const { code, status } = await refusal(a.kube.patch(reference, patch));
        equal(code, 422);
        equal(
          status.message,
          `ConfigMap "settings" is invalid: ${field}: Forbidden: field is immutable when \`immutable\` is set`,
        );
      }
    },
  },
  {
    id: 'objects/put-does-not-create',
    title: 'A Velero object cannot be created by PUT',
    async run({ a }) {
      const namespace = await a.namespace();
      const { code, status } = await refusal(
        a.kube.replace(
          { resource: 'backups', namespace, name: 'first' },
          {
            apiVersion: 'velero.io/v1',
            kind: 'Backup',
            metadata: { name: 'first', resourceVersion: '1' },
            spec: {},
          },
        ),
      );
      equal(code, 404);
      equal(status.message, 'backups.velero.io "first" not found');
    },
  },
  {
    id: 'objects/owned',
    title:
      'What belongs to an object goes with it, unless the deletion says that it stays',
    async run({ a }) {
      const namespace = await a.namespace();
      const own = async (name: string) => {
        const { metadata } = await a.make(
          'backups',
          { metadata: { name }, spec: {} },
          namespace,
        );
        const owner = { apiVersion: 'velero.io/v1', kind: 'Backup' };
        const { uid } = metadata;
        const ownerReferences = [{ ...owner, name, uid }];
        await a.make(
          'configmaps',
          { metadata: { name, ownerReferences } },
          namespace,
        );
      };
      const backup = { resource: 'backups', namespace } as const;
      const settings = { resource: 'configmaps', namespace } as const;
      await own('first');
      await own('second');
      await a.kube.remove(
        { ...backup, name: 'second' },
        { propagationPolicy: 'Orphan' },
      );
      await a.kube.remove({ ...backup, name: 'first' });
      await a.until(
        'what belonged to the first is gone',
        async () => !(await a.kube.find({ ...settings, name: 'first' })),
      );
      const left = await a.until('the second is gone', async () => {
        const owner = await a.kube.find({ ...backup, name: 'second' });
        return !owner && a.kube.get({ ...settings, name: 'second' });
      });
      equal(left.metadata.ownerReferences, undefined);
    },
  },
];
