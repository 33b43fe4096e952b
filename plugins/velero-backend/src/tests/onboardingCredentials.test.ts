import { PlannedChange, PlanWarning } from 'backstage-plugin-velero-common';
import {
  OnboardingFixture,
  RIGHT,
  tenant,
} from '../onboarding/__testUtils__/OnboardingFixture';

jest.setTimeout(60_000);

const V1 = 'payments--credentials--v1';
const V2 = 'payments--credentials--v2';

describe('credentials of a tenant', () => {
  let fixture: OnboardingFixture;

  beforeEach(async () => {
    fixture = await OnboardingFixture.start();
  });

  afterEach(() => fixture.stop());

  async function onboard(body: object) {
    const { status, body: operation } = await fixture.onboard(body);
    expect(status).toBe(202);
    expect(await fixture.ended(operation.id)).toMatchObject({
      state: 'succeeded',
    });
  }

  const secretsOf = (cluster: string) =>
    fixture.names(cluster).filter(name => name.startsWith('secrets/'));

  const usedIn = (cluster: string) =>
    fixture.sandbox
      .cluster(cluster)
      .objects.list('backupstoragelocations')
      .flatMap(
        ({ spec }) => (spec as { credential?: object }).credential ?? [],
      );

  it('replaces a key in two calls, of which the first one tells what would change, and names it', async () => {
    await onboard({ credentials: RIGHT });
    fixture.replaceKey('another');
    const credentials = {
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'another' },
    };
    // The plan knows no credentials, and so nothing of the new one.
    const { body: plan } = await fixture.plan();
    expect(plan.digest).toBeUndefined();

    const { status, body } = await fixture.onboard({ credentials });
    expect(status).toBe(409);
    const { message, digest, changes } = body.error;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(message).toContain(
      'change BackupStorageLocation payments--eu in eu (spec.credential.name)',
    );
    expect(message).toContain(`remove Secret ${V1} in us`);
    expect(message).toContain(digest);
    expect(changes).toContainEqual({
      cluster: 'eu',
      kind: 'BackupStorageLocation',
      name: 'payments--eu',
      change: 'change',
      fields: [
        {
          path: 'spec.credential.name',
          before: JSON.stringify(V1),
          after: JSON.stringify(V2),
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('another"');

    await onboard({ credentials, accepted: digest });
    for (const cluster of ['eu', 'us']) {
      expect(secretsOf(cluster)).toEqual([`secrets/${V2}`]);
      const key = { name: V2, key: 'cloud' };
      expect(usedIn(cluster)).toEqual([key, key]);
    }
  });

  it.each([
    ['that is not accepted', undefined],
    ['of other changes', 'a'.repeat(64)],
  ])('replaces no key by an order %s', async (_which, accepted) => {
    await onboard({ credentials: RIGHT });
    const { status } = await fixture.onboard({
      credentials: {
        credentials: { accessKeyId: 'sandbox', secretAccessKey: 'another' },
      },
      accepted,
    });
    expect(status).toBe(409);
    expect(secretsOf('eu')).toEqual([`secrets/${V1}`]);
  });

  describe('when a Secret was made by somebody else, and has a name like one of the portal', () => {
    const theirs = 'payments--archive--v1';
    const clusters = [{ cluster: 'eu', namespaces: ['payments'] }];

    beforeEach(async () => {
      const text =
        '[default]\naws_access_key_id=sandbox\naws_secret_access_key=sandbox\n';
      fixture.sandbox.cluster('eu').objects.put('secrets', {
        metadata: { name: theirs, namespace: 'velero' },
        data: { cloud: Buffer.from(text).toString('base64') },
      });
      const existingSecret = { name: theirs, key: 'cloud' };
      const { storage } = tenant();
      await onboard({
        request: tenant({
          clusters,
          storage: { ...storage, credential: { existingSecret } },
        }),
        credentials: {},
      });
    });

    it('leaves it, and says so in the plan', async () => {
      const request = tenant({ clusters });
      const { body: plan } = await fixture.plan(request);
      const changes: PlannedChange[] = plan.changes;
      expect(changes.map(({ change }) => change)).not.toContain('remove');
      const warnings: PlanWarning[] = plan.warnings;
      expect(warnings.filter(({ code }) => code === 'secret-stays')).toEqual([
        {
          code: 'secret-stays',
          field: 'storage.credential',
          message: `Secret '${theirs}' in cluster 'eu' has the credential that was used before. It is not the portal's, and stays. Remove it yourself where nothing else uses it: kubectl -n velero delete secret ${theirs}`,
        },
      ]);
      await onboard({ request, credentials: RIGHT, accepted: plan.digest });
      expect(secretsOf('eu')).toEqual([`secrets/${theirs}`, `secrets/${V1}`]);
    });
  });
});
