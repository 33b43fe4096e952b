import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';

export const objectPatches: ContractCase[] = [
  {
    id: 'objects/merge-patch',
    title:
      'A merge patch merges objects, replaces lists and removes what it sets to null',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first', {
        metadata: { labels: { team: 'blue', tier: 'gold' } },
        spec: { ttl: '1h', includedNamespaces: ['x', 'y'] },
      });
      const { metadata, spec } = await backups.merge('first', {
        metadata: { labels: { tier: null, size: 'big' } },
        spec: { ttl: null, includedNamespaces: ['z'] },
      });
      deepEqual(metadata.labels, { team: 'blue', size: 'big' });
      deepEqual(spec, { includedNamespaces: ['z'] });
    },
  },
  {
    id: 'objects/merge-patch-nullable',
    title:
      'A merge patch with null removes also a field that could be stored as null',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first', {
        spec: { ttl: '1h0m0s', includedNamespaces: ['x'] },
      });
      const { spec } = await backups.merge('first', {
        spec: { includedNamespaces: null },
      });
      deepEqual(spec, { ttl: '1h0m0s' });
    },
  },
  {
    id: 'objects/merge-patch-stale',
    title: 'A merge patch that names an older version is a conflict',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first');
      const { resourceVersion } = metadata;
      const patch = { metadata: { resourceVersion }, spec: { ttl: '1h0m0s' } };
      await backups.merge('first', patch);
      const { code, status } = await refusal(
        backups.merge('first', { ...patch, spec: { ttl: '2h0m0s' } }),
      );
      equal(code, 409);
      equal(status.reason, 'Conflict');
    },
  },
  {
    id: 'objects/json-patch',
    title: 'A JSON patch adds, replaces and removes at its paths',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first', {
        spec: { ttl: '1h', includedNamespaces: ['x'] },
      });
      const { spec } = await a.kube.patch(
        backups.one('first'),
        [
          { op: 'test', path: '/spec/ttl', value: '1h' },
          { op: 'remove', path: '/spec/ttl' },
          { op: 'add', path: '/spec/includedNamespaces/-', value: 'z' },
          { op: 'add', path: '/spec/includedNamespaces/1', value: 'y' },
          { op: 'replace', path: '/spec/includedNamespaces/0', value: 'w' },
        ],
        'json',
      );
      deepEqual(spec, { includedNamespaces: ['w', 'y', 'z'] });
    },
  },
  {
    id: 'objects/json-patch-refused',
    title:
      'A JSON patch changes nothing when one of its tests or paths does not hold',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first', { spec: { ttl: '1h' } });
      const add = { op: 'add', path: '/spec/storageLocation', value: 'x' };
      for (const wrong of [
        { op: 'test', path: '/spec/ttl', value: '2h' },
        { op: 'remove', path: '/spec/defaultVolumesToFsBackup' },
      ]) {
        const { code, status } = await refusal(
          a.kube.patch(backups.one('first'), [add, wrong], 'json'),
        );
        equal(code, 422);
        equal(status.reason, 'Invalid');
        equal(
          status.message,
          'the server rejected our request due to an error in our request',
        );
      }
      const { metadata: present } = await a.kube.get(backups.one('first'));
      equal(present.resourceVersion, metadata.resourceVersion);
    },
  },
  {
    id: 'objects/strategic-merge-patch',
    title:
      'Strategic merge patches work on the kinds of Kubernetes itself, not on those of Velero',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const { namespace } = backups;
      await a.make(
        'configmaps',
        { metadata: { name: 'settings' }, data: { colour: 'blue' } },
        namespace,
      );
      const { data } = await a.kube.patch(
        { resource: 'configmaps', namespace, name: 'settings' },
        { data: { size: 'big' } },
        'strategic',
      );
      deepEqual(data, { colour: 'blue', size: 'big' });
      const { code, status } = await refusal(
        a.kube.patch(backups.one('first'), { spec: {} }, 'strategic'),
      );
      equal(code, 415);
      equal(status.reason, 'UnsupportedMediaType');
      match(
        status.message ?? '',
        /^the body of the request was in an unknown format - accepted media types include: application\/json-patch\+json, application\/merge-patch\+json/,
      );
    },
  },
  {
    id: 'objects/patch-of-identity',
    title: 'A patch cannot give an object another name',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const { code, status } = await refusal(
        backups.merge('first', { metadata: { name: 'second' } }),
      );
      equal(code, 400);
      equal(
        status.message,
        'the name of the object (second) does not match the name on the URL (first)',
      );
    },
  },
];
