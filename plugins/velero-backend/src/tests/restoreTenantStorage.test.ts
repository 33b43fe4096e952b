import { setTimeout as sleep } from 'node:timers/promises';
import {
  MANAGED_BY,
  RestoreWish,
  TENANT_LABELS,
} from 'backstage-plugin-velero-common';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('a backup in storage that a tenant can write into', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  /** Marks the location as this portal does that makes it for a tenant. */
  async function startFor(owner: string, { single = true } = {}) {
    fixture = await RestoreRequestFixture.start({ single });
    await fixture.portal.eventually('/clusters', 'engineer', ({ body }) =>
      expect(body.items[0]).toMatchObject({
        veleroVersion: expect.any(String),
      }),
    );
    fixture.cluster.objects.patch(
      'backupstoragelocations',
      { name: 'archive', namespace: 'velero' },
      {
        metadata: {
          labels: {
            [TENANT_LABELS.managedBy]: MANAGED_BY,
            [TENANT_LABELS.tenant]: 'payments',
          },
          annotations: { 'backstage.io/owner': owner },
        },
      },
    );
  }

  const reasonsFor = async (wish: RestoreWish): Promise<string> =>
    (await fixture.preview(wish)).body.reasons.join('\n');

  it('comes back to no namespace that is not there, and with no volumes', async () => {
    await startFor('group:default/payments');
    const reasons = await reasonsFor(fixture.wish());
    expect(reasons).toContain('only to namespaces that are there');
    expect(reasons).toContain('no volumes are restored');
    const { status } = await fixture.request(fixture.wish());
    expect(status).toBe(409);
  });

  it('comes back to the namespace of the tenant', async () => {
    await startFor('group:default/payments');
    expect(await reasonsFor(fixture.inPlace({ volumes: 'none' }))).not.toMatch(
      /tenant can write/,
    );
  });

  it('comes back to no namespace of others', async () => {
    await startFor('group:default/shop');
    expect(await reasonsFor(fixture.inPlace({ volumes: 'none' }))).toContain(
      "not to 'payments'",
    );
  });

  it('is the tenant’s also where another cluster reads it', async () => {
    await startFor('group:default/payments', { single: false });
    const backup = {
      cluster: 'us',
      veleroNamespace: 'velero',
      name: 'nightly',
    };
    const text = "In storage location 'from-eu' its tenant can write";
    let reasons = '';
    // What the mark of the first cluster says is known as soon as it is collected.
    for (let i = 0; i < 30 && !reasons.includes(text); i++) {
      await sleep(200);
      reasons = await reasonsFor(fixture.wish({ backup }));
    }
    expect(reasons).toContain(text);
  });

  it('is the platform’s where it is an administrator’s', async () => {
    await startFor('group:default/platform');
    const { body } = await fixture.preview(fixture.wish());
    expect(body).toMatchObject({ allow: true, reasons: [] });
  });
});
