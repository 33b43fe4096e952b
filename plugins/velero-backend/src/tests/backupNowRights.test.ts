import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from '../access/conditionExports';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('rights to back up now', () => {
  let fixture: BackupNowFixture;

  const start = async (
    options?: Parameters<typeof BackupNowFixture.start>[0],
  ) => {
    fixture = await BackupNowFixture.start(options);
  };

  afterEach(() => fixture?.stop());

  it('names the right that the portal’s account lacks', async () => {
    await start({ readOnly: true });
    const { status, body } = await fixture.backUp();
    expect(status).toBe(502);
    expect(body.error).toMatchObject({
      reason: 'right-missing',
      message: `The portal's account may not create backups.velero.io in namespace velero of cluster 'eu'. An administrator of the cluster grants it with the bundle deploy/rbac/backup`,
    });
    const { body: options } = await fixture.options();
    expect(options.quota.left).toBe(6);
  });

  describe('asks the permission policy', () => {
    const decide =
      (
        decision: 'deny' | 'elsewhere' | 'only-db',
      ): PermissionsService['authorizeConditional'] =>
      async requests =>
        requests.map(({ permission }) => {
          if (permission.name !== 'velero.backup.create') {
            return { result: AuthorizeResult.ALLOW };
          }
          return decision === 'deny'
            ? { result: AuthorizeResult.DENY }
            : createVeleroNamespaceConditionalDecision(
                permission as Parameters<
                  typeof createVeleroNamespaceConditionalDecision
                >[0],
                decision === 'elsewhere'
                  ? veleroNamespaceConditions.inCluster({ clusters: ['us'] })
                  : veleroNamespaceConditions.inNamespace({
                      namespaces: ['payments-db'],
                    }),
              );
        });

    it.each(['deny', 'elsewhere'] as const)(
      'which may say %s',
      async answer => {
        await start({ decide: decide(answer) });
        for (const response of [
          await fixture.backUp(),
          await fixture.options(),
        ]) {
          expect(response.status).toBe(403);
          expect(response.body.error.message).toMatch(/velero\.backup\.create/);
        }
        expect(fixture.backups()).toEqual([]);
      },
    );

    it('for each namespace', async () => {
      await start({ decide: decide('only-db') });
      const namespaces = ['payments', 'payments-db'];
      const { status, body } = await fixture.backUp({ namespaces });
      expect(status).toBe(403);
      expect(body.error.message).toMatch(
        /velero\.backup\.create for: payments$/,
      );
      expect(fixture.backups()).toEqual([]);
      const { body: options } = await fixture.options();
      expect(options.items[0].namespaces).toEqual([
        {
          namespace: 'payments',
          problem: 'You lack the permission velero.backup.create for it',
        },
        { namespace: 'payments-db' },
        { namespace: 'velero', problem: expect.any(String) },
      ]);
      const allowed = await fixture.backUp({ namespaces: ['payments-db'] });
      expect(allowed.status).toBe(201);
    });
  });
});
