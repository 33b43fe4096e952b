import { RestoreCheck, RestoreFact } from 'backstage-plugin-velero-common';
import { SandboxCluster } from 'velero-sandbox';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

const GROUP = 'rbac.authorization.k8s.io';

/** Grants what the bundle `preview` does, of what the tests put in. */
function grantPreview({ objects }: SandboxCluster) {
  objects.put('clusterroles', {
    metadata: { name: 'preview' },
    rules: [
      {
        apiGroups: [''],
        resources: [
          'configmaps',
          'persistentvolumeclaims',
          'resourcequotas',
          'serviceaccounts',
        ],
        verbs: ['list'],
      },
      {
        apiGroups: ['storage.k8s.io'],
        resources: ['storageclasses'],
        verbs: ['list'],
      },
    ],
  });
  objects.put('clusterrolebindings', {
    metadata: { name: 'preview' },
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: 'preview' },
    subjects: [{ apiGroup: GROUP, kind: 'User', name: 'portal' }],
  });
}

const HINTS = [
  'existing-objects',
  'quota',
  'storage-classes',
  'hosts',
  'node-selectors',
];

const BUNDLE = expect.stringContaining("the bundle 'preview'");

describe('what a preview tells besides', () => {
  let fixture: RestoreRequestFixture;

  const start = async (
    options?: Parameters<typeof RestoreRequestFixture.start>[0],
  ) => {
    fixture = await RestoreRequestFixture.start(options);
  };

  afterEach(() => fixture?.stop());

  async function hints(wish: object, user?: string) {
    const { body } = await fixture.preview(wish, user);
    const checks: RestoreCheck[] = body.checks;
    return checks.filter(({ id }) => HINTS.includes(id));
  }

  const other = (name: string) => ({
    backup: { ...fixture.wish().backup, name },
  });

  const putQuota = (hard: object, used: object) =>
    fixture.cluster.objects.put('resourcequotas', {
      metadata: { name: 'team', namespace: 'payments' },
      spec: { hard },
      status: { hard, used },
    });

  const putClaim = (storageClassName: string) =>
    fixture.cluster.objects.put('persistentvolumeclaims', {
      metadata: { name: 'data', namespace: 'payments' },
      spec: {
        storageClassName,
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
      },
    });

  it('is what it does not know, and which rights would tell', async () => {
    await start({ single: true });
    const { body } = await fixture.preview(fixture.inPlace());
    expect(body.allow).toBe(true);
    const checks = body.checks.filter(({ id }: RestoreCheck) =>
      HINTS.includes(id),
    );
    expect(checks).toEqual([
      expect.objectContaining({
        id: 'existing-objects',
        level: 'warn',
        message: expect.stringMatching(/^It is not known whether .*configmaps/),
        remedy: BUNDLE,
      }),
      expect.objectContaining({ id: 'quota', level: 'warn', remedy: BUNDLE }),
    ]);
  });

  it('is what is there already, by name', async () => {
    await start({ single: true });
    grantPreview(fixture.cluster);
    const { objects } = fixture.cluster;
    objects.put('configmaps', {
      metadata: { name: 'new-since', namespace: 'payments' },
    });
    expect(await hints(fixture.inPlace())).toEqual([
      {
        id: 'existing-objects',
        level: 'warn',
        subject: 'configmaps',
        message:
          '2 of configmaps are there already, and left alone: kube-root-ca.crt, prices',
      },
      {
        id: 'existing-objects',
        level: 'warn',
        subject: 'serviceaccounts',
        message:
          '1 of serviceaccounts is there already, and left alone: default',
      },
    ]);
    expect(await hints(fixture.wish())).toEqual([]);
  });

  it('is never whether Secrets are there: nobody asks for them', async () => {
    await start({ single: true });
    grantPreview(fixture.cluster);
    fixture.cluster.objects.put('secrets', {
      metadata: { name: 'key', namespace: 'payments' },
    });
    await fixture.backUp('with-secret');
    const found = await hints(fixture.inPlace(other('with-secret')));
    expect(found).toContainEqual(
      expect.objectContaining({
        id: 'existing-objects',
        subject: 'secrets',
        message: expect.stringContaining('the portal never asks for them'),
      }),
    );
  });

  it('is a quota that is too small', async () => {
    await start({ single: true });
    grantPreview(fixture.cluster);
    putClaim('fast');
    await fixture.backUp('with-claim');
    fixture.cluster.objects.remove(
      'persistentvolumeclaims',
      'data',
      'payments',
    );
    putQuota({ 'requests.storage': '12Gi' }, { 'requests.storage': '4Gi' });
    const found = await hints(fixture.inPlace(other('with-claim')));
    expect(found).toContainEqual(
      expect.objectContaining({
        id: 'quota',
        level: 'warn',
        subject: 'payments',
        message:
          "Up to 10 GiB of requests.storage would be made in namespace 'payments', and its quota 'team' has room for 8 GiB: Kubernetes refuses what is more",
      }),
    );
  });

  it('is a storage class that the other cluster does not have', async () => {
    await start();
    grantPreview(fixture.sandbox.cluster('us'));
    putClaim('ssd-eu');
    await fixture.backUp('with-claim');
    await fixture.untilBackup(['us'], 'with-claim');
    const { objects } = fixture.sandbox.cluster('us');
    objects.put('storageclasses', {
      metadata: { name: 'standard' },
      provisioner: 'example.com/disk',
    });
    const backup = { ...fixture.wish().backup, name: 'with-claim' };
    const found = await hints(
      fixture.wish({ backup: { ...backup, cluster: 'us' } }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        id: 'storage-classes',
        level: 'warn',
        subject: 'ssd-eu',
        message:
          "Cluster 'us' has no storage class 'ssd-eu', which these claims name: payments/data",
        remedy: expect.stringContaining('resource modifiers'),
      }),
    );
  });

  it('is a host name that a copy takes a second time', async () => {
    await start({ single: true });
    fixture.cluster.objects.put('ingresses', {
      metadata: { name: 'web', namespace: 'payments' },
      spec: { rules: [{ host: 'pay.example.com' }] },
    });
    await fixture.backUp('with-ingress');
    const wished = fixture.wish(other('with-ingress'));
    expect(await hints(wished)).toContainEqual(
      expect.objectContaining({
        id: 'hosts',
        level: 'warn',
        message: expect.stringContaining(
          'pay.example.com would be taken twice while the original is there',
        ),
      }),
    );
    const kinds = ['configmaps'];
    expect(await hints({ ...wished, kinds })).toEqual([]);
  });

  it('is nothing for whom it is not', async () => {
    await start({ single: true });
    grantPreview(fixture.cluster);
    putQuota({ configmaps: '0' }, {});
    for (const wish of [fixture.inPlace(), fixture.wish()]) {
      const { body } = await fixture.preview(wish, 'shop-owner');
      expect(body.allow).toBe(false);
      expect(body).not.toHaveProperty('facts');
      expect(await hints(wish, 'shop-owner')).toEqual([]);
    }
  });

  it('is how old the data is, how much, how long it takes and what it costs', async () => {
    await start({ single: true });
    const facts = async (): Promise<RestoreFact[]> =>
      (await fixture.preview(fixture.wish())).body.facts;
    expect(await facts()).toMatchObject([
      { id: 'age', words: expect.stringMatching(/^From less than a minute/) },
      { id: 'size', words: 'No data of volumes comes back', bytes: 0 },
      { id: 'duration', known: false },
      { id: 'cost', source: 'https://aws.amazon.com/s3/pricing/' },
    ]);
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'succeeded');
    const [, , duration] = await facts();
    expect(duration).toMatchObject({
      known: true,
      words:
        'Less than a minute: the median of 1 restore of the same namespaces',
    });
  });

  it('does not wait for a cluster that is slow', async () => {
    await start({ single: true, lossy: true });
    grantPreview(fixture.cluster);
    fixture.proxy!.hold(/resourcequotas/);
    const found = await hints(fixture.inPlace());
    expect(found).toContainEqual(
      expect.objectContaining({
        id: 'quota',
        message: expect.stringMatching(/^It is not known whether it fits/),
        remedy: 'Try again',
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        id: 'existing-objects',
        subject: 'configmaps',
      }),
    );
  });

  it('changes nothing of what was agreed to', async () => {
    await start({ single: true });
    grantPreview(fixture.cluster);
    const { body } = await fixture.request(fixture.inPlace());
    putQuota({ configmaps: '9' }, { configmaps: '9' });
    fixture.cluster.objects.put('configmaps', {
      metadata: { name: 'new-since', namespace: 'payments' },
    });
    fixture.cluster.objects.put('storageclasses', {
      metadata: { name: 'new-since' },
      provisioner: 'example.com/disk',
    });
    await fixture.decide(body.id, 'approve', 'payments-peer').expect(200);
    const ended = await fixture.until(body.id, 'succeeded');
    expect(ended.state).toBe('succeeded');
  });
});
