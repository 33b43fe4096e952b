import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';

export const objects: ContractCase[] = [
  {
    id: 'objects/created',
    title:
      'A new object gets a uid, a time, a version and generation 1, and keeps the status that it comes with',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const status = { phase: 'Completed' };
      const { metadata, ...rest } = await backups.make('first', { status });
      deepEqual(rest.status, status);
      equal(metadata.generation, 1);
      match(metadata.uid ?? '', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      match(metadata.resourceVersion ?? '', /^\d+$/);
      match(
        metadata.creationTimestamp ?? '',
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      );
    },
  },
  {
    id: 'objects/status-path',
    title:
      'Velero objects have no status subresource: its path is answered as if the object were missing',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const path = `${backups.path('first')}/status`;
      const answers = [
        await a.kube.ask({ path }),
        await a.kube.ask({
          path,
          method: 'PATCH',
          body: { status: { phase: 'Completed' } },
          contentType: 'application/merge-patch+json',
        }),
      ];
      for (const { code, body } of answers) {
        equal(code, 404);
        deepEqual(body, {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: 'backups.velero.io "first" not found',
          reason: 'NotFound',
          details: { name: 'first', group: 'velero.io', kind: 'backups' },
          code: 404,
        });
      }
    },
  },
  {
    id: 'objects/status-by-merge',
    title: 'Spec and status are written by the same merge patch',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const patched = await backups.merge('first', {
        spec: { ttl: '24h' },
        status: { phase: 'InProgress' },
      });
      equal(patched.spec?.ttl, '24h');
      equal(patched.status?.phase, 'InProgress');
    },
  },
  {
    id: 'objects/generation',
    title:
      'The generation moves with spec and status, not with labels, annotations or finalizers',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const generationAfter = async (patch: unknown) =>
        (await backups.merge('first', patch)).metadata.generation;
      equal(await generationAfter({ metadata: { labels: { x: 'y' } } }), 1);
      equal(
        await generationAfter({ metadata: { annotations: { x: 'y' } } }),
        1,
      );
      equal(await generationAfter({ metadata: { finalizers: ['a.io/b'] } }), 1);
      equal(await generationAfter({ status: { phase: 'New' } }), 2);
      equal(await generationAfter({ spec: { ttl: '1h0m0s' } }), 3);
      equal(await generationAfter({ metadata: { finalizers: null } }), 3);
    },
  },
  {
    id: 'objects/nothing-changed',
    title: 'A patch that changes nothing makes no new version',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const spec = { ttl: '1h0m0s' };
      const { metadata } = await backups.make('first', { spec });
      const patched = await backups.merge('first', { spec });
      equal(patched.metadata.resourceVersion, metadata.resourceVersion);
    },
  },
  {
    id: 'objects/stale-put',
    title: 'To replace an object by an older version of it is a conflict',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const made = await backups.make('first');
      await backups.merge('first', { spec: { ttl: '2h' } });
      const { code, status } = await refusal(
        a.kube.replace(backups.one('first'), made),
      );
      equal(code, 409);
      equal(status.reason, 'Conflict');
      equal(
        status.message,
        'Operation cannot be fulfilled on backups.velero.io "first": the object has been modified; please apply your changes to the latest version and try again',
      );
    },
  },
  {
    id: 'objects/put-without-version',
    title: 'To replace an object without naming its version is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const made = await backups.make('first');
      const { resourceVersion: _, ...metadata } = made.metadata;
      const { code, status } = await refusal(
        a.kube.replace(backups.one('first'), { ...made, metadata }),
      );
      equal(code, 422);
      equal(status.details?.causes?.[0].field, 'metadata.resourceVersion');
      match(status.message ?? '', /must be specified for an update$/);
    },
  },
  {
    id: 'objects/put-clobbers',
    title: 'Replacing an object drops the status that is not sent along',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const status = { phase: 'InProgress' };
      const { status: _, ...made } = await backups.make('first', { status });
      const replaced = await a.kube.replace(backups.one('first'), made);
      equal(replaced.status, undefined);
      equal(replaced.metadata.generation, 2);
    },
  },
  {
    id: 'objects/put-to-successor',
    title:
      'An object cannot be replaced by one that was deleted under the same name',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const made = await backups.make('first');
      await a.kube.remove(backups.one('first'));
      const successor = await backups.make('first');
      notEqual(successor.metadata.uid, made.metadata.uid);
      const { uid } = made.metadata;
      const metadata = { ...successor.metadata, uid };
      const { code, status } = await refusal(
        a.kube.replace(backups.one('first'), { ...made, metadata }),
      );
      equal(code, 409);
      ok(
        status.message?.endsWith(
          `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${successor.metadata.uid}`,
        ),
      );
    },
  },
  {
    id: 'objects/missing',
    title: 'A missing object is named in the refusal',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const nowhere = backups.one('nowhere');
      for (const attempt of [
        () => a.kube.get(nowhere),
        () => a.kube.remove(nowhere),
        () => a.kube.patch(nowhere, { spec: {} }),
      ]) {
        const { code, status } = await refusal(attempt());
        equal(code, 404);
        equal(status.reason, 'NotFound');
        equal(status.message, 'backups.velero.io "nowhere" not found');
      }
    },
  },
  {
    id: 'objects/exists',
    title: 'To create an object that exists already is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const { status } = await refusal(backups.make('first'));
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'backups.velero.io "first" already exists',
        reason: 'AlreadyExists',
        details: { name: 'first', group: 'velero.io', kind: 'backups' },
        code: 409,
      });
    },
  },
  {
    id: 'objects/generate-name',
    title: 'The server completes `generateName` by five characters',
    async run({ a }) {
      const { namespace } = await IdleBackups.create(a);
      const { metadata } = await a.make(
        'backups',
        { metadata: { generateName: 'nightly-' }, spec: {} },
        namespace,
      );
      match(metadata.name, /^nightly-[a-z0-9]{5}$/);
    },
  },
  {
    id: 'objects/dry-run',
    title: 'With `dryRun=All` the server answers as usual and does nothing',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const made = await backups.make('first');
      const ask = async (method: string, name?: string, body?: unknown) => {
        const { code } = await a.kube.ask({
          method,
          path: backups.path(name),
          query: { dryRun: 'All' },
          body,
          contentType:
            method === 'PATCH' ? 'application/merge-patch+json' : undefined,
        });
        return code;
      };
      const second = { ...made, metadata: { name: 'second' } };
      equal(await ask('POST', undefined, second), 201);
      equal(await ask('PATCH', 'first', { spec: { ttl: '1h0m0s' } }), 200);
      equal(await ask('DELETE', 'first'), 200);
      const { items } = await a.kube.list(backups.all);
      deepEqual(
        items.map(({ metadata }) => [metadata.name, metadata.resourceVersion]),
        [['first', made.metadata.resourceVersion]],
      );
    },
  },
];
