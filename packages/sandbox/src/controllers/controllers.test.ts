import { eventually } from '../testing/eventually';
import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const CERTIFICATE = 'kube-root-ca.crt';

describe('the controllers of every cluster', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        { name: 'a', velero: false },
        { name: 'b', velero: false },
      ],
    });
  });

  afterEach(() => sandbox.stop());

  const certificate = (cluster: string, namespace: string) =>
    sandbox.cluster(cluster).objects.get('configmaps', CERTIFICATE, namespace);

  it('put into each namespace the root certificate of their cluster and an account', async () => {
    await new TestClient(sandbox.cluster('a')).create('/api/v1/namespaces', {
      metadata: { name: 'team-a' },
    });
    const { objects } = sandbox.cluster('a');
    expect(objects.get('serviceaccounts', 'default', 'team-a')).toBeDefined();
    expect(certificate('a', 'team-a')?.data).toEqual(
      certificate('a', 'default')?.data,
    );
    expect(certificate('a', 'default')?.data).not.toEqual(
      certificate('b', 'default')?.data,
    );
  });

  it('bring back what somebody removes, but nothing of a namespace that goes', async () => {
    const client = new TestClient(sandbox.cluster('a'));
    const namespace = '/api/v1/namespaces/default';
    const method = 'DELETE';
    await client.request(`${namespace}/configmaps/${CERTIFICATE}`, { method });
    expect(certificate('a', 'default')).toBeDefined();
    await client.create('/api/v1/namespaces', { metadata: { name: 'gone' } });
    await client.request('/api/v1/namespaces/gone', { method });
    await eventually(() => expect(certificate('a', 'gone')).toBeUndefined());
  });

  it('remove the backups that a schedule owned', async () => {
    const { objects } = sandbox.cluster('a');
    const schedule = objects.put('schedules', {
      metadata: { name: 's', namespace: 'velero' },
    });
    const owner = {
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      name: 's',
      uid: schedule.metadata.uid!,
    };
    for (const [name, ownerReferences] of [
      ['owned', [owner]],
      ['free', []],
    ] as const) {
      objects.put('backups', {
        metadata: {
          name,
          namespace: 'velero',
          ownerReferences: [...ownerReferences],
        },
      });
    }
    objects.remove('schedules', 's', 'velero');
    await eventually(() =>
      expect(
        objects.list('backups').map(({ metadata }) => metadata.name),
      ).toEqual(['free']),
    );
  });
});
