import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';

const gitOps = { manager: 'gitops' };
const portal = { manager: 'portal' };

export const serverSideApply: ContractCase[] = [
  {
    id: 'objects/apply-creates',
    title:
      'Server-side apply creates what is missing, and then takes away what is no longer applied',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const one = backups.one('first');
      const includedNamespaces = ['x'];
      const made = await a.kube.apply(
        one,
        { spec: { storageLocation: 'one', includedNamespaces } },
        gitOps,
      );
      equal(made.metadata.generation, 1);
      const again = await a.kube.apply(
        one,
        { spec: { storageLocation: 'two' } },
        gitOps,
      );
      deepEqual(again.spec, { storageLocation: 'two' });
      equal(again.metadata.uid, made.metadata.uid);
    },
  },
  {
    id: 'objects/apply-conflict',
    title:
      'Who applies what another manager has applied gets a conflict that names manager and field',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const one = backups.one('first');
      await a.kube.apply(one, { spec: { storageLocation: 'one' } }, gitOps);
      const { status } = await refusal(
        a.kube.apply(one, { spec: { storageLocation: 'two' } }, portal),
      );
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message:
          'Apply failed with 1 conflict: conflict with "gitops": .spec.storageLocation',
        reason: 'Conflict',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "gitops"',
              field: '.spec.storageLocation',
            },
          ],
        },
        code: 409,
      });
    },
  },
  {
    id: 'objects/apply-force',
    title:
      'With force the field changes hands, and the manager before then gets the conflict',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const one = backups.one('first');
      const first = { spec: { storageLocation: 'one' } };
      await a.kube.apply(one, first, gitOps);
      const { spec } = await a.kube.apply(
        one,
        { spec: { storageLocation: 'two' } },
        { ...portal, force: true },
      );
      equal(spec?.storageLocation, 'two');
      const { code, status } = await refusal(a.kube.apply(one, first, gitOps));
      equal(code, 409);
      match(status.message ?? '', /conflict with "portal"/);
    },
  },
  {
    id: 'objects/apply-shares',
    title:
      'Managers that apply the same value share the field; it stays until none of them applies it',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const one = backups.one('first');
      const none = { spec: { ttl: '1h0m0s' } };
      const full = { spec: { ...none.spec, storageLocation: 'one' } };
      await a.kube.apply(one, full, gitOps);
      await a.kube.apply(one, full, portal);
      const shared = await a.kube.apply(one, none, gitOps);
      equal(shared.spec?.storageLocation, 'one');
      const left = await a.kube.apply(one, none, portal);
      equal(left.spec?.storageLocation, undefined);
    },
  },
  {
    id: 'objects/apply-after-update',
    title:
      'A field that somebody patched by hand is in conflict with who applied it before',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const one = backups.one('first');
      const applied = { spec: { storageLocation: 'one' } };
      await a.kube.apply(one, applied, gitOps);
      await a.kube.ask({
        method: 'PATCH',
        path: backups.path('first'),
        query: { fieldManager: 'hand' },
        body: { spec: { storageLocation: 'two' } },
        contentType: 'application/merge-patch+json',
      });
      const { status } = await refusal(a.kube.apply(one, applied, gitOps));
      equal(
        status.message,
        'Apply failed with 1 conflict: conflict with "hand" using velero.io/v1: .spec.storageLocation',
      );
    },
  },
  {
    id: 'objects/apply-without-manager',
    title: 'Server-side apply without the name of a manager is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, body } = await a.kube.ask({
        method: 'PATCH',
        path: backups.path('first'),
        body: { apiVersion: 'velero.io/v1', kind: 'Backup', spec: {} },
        contentType: 'application/apply-patch+yaml',
      });
      equal(code, 422);
      match(
        JSON.stringify(body),
        /fieldManager: Required value: is required for apply patch/,
      );
    },
  },
];
