import { pack } from 'tar-stream';
import { parseArchive } from './parseArchive';

async function archiveOf(files: Record<string, string>) {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) {
    archive.entry({ name }, content);
  }
  archive.finalize();
  return parseArchive(archive as AsyncIterable<Buffer>);
}

function pod(annotations?: Record<string, string>): string {
  return JSON.stringify({ metadata: { name: 'db', annotations } });
}

const hook = pod({ 'post.hook.restore.velero.io/command': '["sh"]' });
const initHook = pod({ 'init.hook.restore.velero.io/container-image': 'x' });
const backupHook = pod({ 'pre.hook.backup.velero.io/command': '["sh"]' });

const found = [{ namespace: 'shop', pod: 'db' }];

const CLAIM = 'resources/persistentvolumeclaims/namespaces/shop/data.json';
const INGRESS =
  'resources/ingresses.networking.k8s.io/v1-preferredversion/namespaces/shop/web.json';
const ROUTE =
  'resources/httproutes.gateway.networking.k8s.io/namespaces/shop/web.json';
const POD = 'resources/pods/namespaces/shop/db.json';

const metadata = { name: 'x' };
const specOf = (spec: object) => JSON.stringify({ metadata, spec });

const NOTHING = {
  hooks: [],
  claims: [],
  hosts: [],
  nodeSelectors: [],
  isWhole: true,
};

describe('parseArchive', () => {
  it.each<[string, Record<string, string>, object[]]>([
    ['nothing', {}, []],
    [
      'a pod without annotations',
      { 'resources/pods/namespaces/shop/db.json': pod() },
      [],
    ],
    [
      'a pod with a hook',
      { 'resources/pods/namespaces/shop/db.json': hook },
      found,
    ],
    [
      'a pod with an init hook',
      { 'resources/pods/namespaces/shop/db.json': initHook },
      found,
    ],
    [
      'a pod that names a snapshot of files',
      { [POD]: pod({ 'snapshot.velero.io/data': 'c0ffee' }) },
      found,
    ],
    [
      'a pod with a hook of backups',
      { 'resources/pods/namespaces/shop/db.json': backupHook },
      [],
    ],
    [
      'a pod in two folders',
      {
        'resources/pods/namespaces/shop/db.json': hook,
        'resources/pods/v1-preferredversion/namespaces/shop/db.json': hook,
      },
      found,
    ],
    [
      'a pod with a hook in one folder only',
      {
        'resources/pods/namespaces/shop/db.json': pod(),
        './resources/pods/v1/namespaces/shop/db.json': hook,
      },
      found,
    ],
    [
      'what only looks like a pod',
      { 'resources/configmaps/namespaces/shop/db.json': hook },
      [],
    ],
    [
      'a pod that cannot be read',
      { 'resources/pods/namespaces/shop/db.json': '{' },
      found,
    ],
    [
      'a pod without metadata',
      { 'resources/pods/namespaces/shop/db.json': '[]' },
      found,
    ],
    [
      'a pod that is too large to be one',
      {
        'resources/pods/namespaces/shop/db.json': pod({
          a: 'x'.repeat(2 * 1024 * 1024),
        }),
      },
      found,
    ],
  ])('finds in an archive with %s', async (_name, files, expected) => {
    await expect(archiveOf(files)).resolves.toMatchObject({ hooks: expected });
  });

  it('fails with the download', async () => {
    async function* broken() {
      yield Buffer.alloc(512);
      throw new Error('the store went away');
    }
    await expect(parseArchive(broken())).rejects.toThrow('the store went away');
  });

  it('fails for what is no archive', async () => {
    async function* other() {
      yield Buffer.alloc(1_024, 'x');
    }
    await expect(parseArchive(other())).rejects.toThrow();
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'a claim',
      {
        [CLAIM]: specOf({
          storageClassName: 'ssd',
          resources: { requests: { storage: '10Gi' } },
        }),
      },
      {
        claims: [
          {
            namespace: 'shop',
            name: 'data',
            storageClass: 'ssd',
            request: '10Gi',
          },
        ],
      },
    ],
    [
      'a claim without a class',
      { [CLAIM]: specOf({ storageClassName: '' }) },
      { claims: [{ namespace: 'shop', name: 'data', storageClass: '' }] },
    ],
    [
      'a claim of the default class',
      { [CLAIM]: JSON.stringify({ metadata }) },
      { claims: [{ namespace: 'shop', name: 'data' }] },
    ],
    [
      'a claim that says odd things',
      {
        [CLAIM]: specOf({
          storageClassName: '<b>\n',
          resources: { requests: { storage: 10 } },
        }),
      },
      { claims: [{ namespace: 'shop', name: 'data' }] },
    ],
    [
      'an Ingress',
      {
        [INGRESS]: specOf({
          rules: [{ host: 'a.example.com' }, {}, { host: '<b>' }, null],
          tls: [{ hosts: ['a.example.com', '*.example.com'] }, 'odd'],
        }),
      },
      {
        hosts: [
          {
            namespace: 'shop',
            resource: 'ingresses.networking.k8s.io',
            name: 'web',
            hosts: ['a.example.com', '*.example.com'],
          },
        ],
      },
    ],
    ['an Ingress for all hosts', { [INGRESS]: specOf({ rules: [{}] }) }, {}],
    [
      'a route',
      { [ROUTE]: specOf({ hostnames: ['a.example.com', 7] }) },
      {
        hosts: [
          {
            namespace: 'shop',
            resource: 'httproutes.gateway.networking.k8s.io',
            name: 'web',
            hosts: ['a.example.com'],
          },
        ],
      },
    ],
    [
      'a pod with a selector of nodes',
      {
        [POD]: specOf({ nodeSelector: { 'example.com/disk': 'ssd', b: '<' } }),
      },
      {
        nodeSelectors: [
          {
            namespace: 'shop',
            pod: 'db',
            labels: { 'example.com/disk': 'ssd' },
          },
        ],
      },
    ],
    ['a claim that cannot be read', { [CLAIM]: '{' }, { isWhole: false }],
    [
      'more claims than anybody reads',
      Object.fromEntries(
        Array.from({ length: 1_001 }, (_, i) => [
          CLAIM.replace('data', `data-${i}`),
          specOf({}),
        ]),
      ),
      { claims: expect.any(Array), isWhole: false },
    ],
  ])('takes out of an archive %s', async (_name, files, expected) => {
    await expect(archiveOf(files)).resolves.toEqual({
      ...NOTHING,
      ...expected,
    });
  });
});
