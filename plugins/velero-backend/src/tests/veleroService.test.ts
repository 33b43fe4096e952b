import { mockCredentials } from '@backstage/backend-test-utils';
import { Sandbox, startSandbox } from 'velero-sandbox';
import { OtherPlugin } from '../__testUtils__/OtherPlugin';
import { namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const ENTITY = 'component:default/payments-api';

function gold(entity: ReturnType<typeof componentOf>, tier: string) {
  entity.metadata.annotations!['velero.io/tier'] = tier;
  return entity;
}

const refusal = (status: number, name: string) => ({
  statusCode: status,
  body: { error: { name } },
});

describe('veleroServiceRef', () => {
  const other = new OtherPlugin();
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeAll(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          velero: false,
          populate: ({ objects }) =>
            objects.put('namespaces', namespace('payments', 'group:payments')),
        },
      ],
    });
    const payments = { name: 'payments-api', claims: 'eu/payments' };
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      velero: { protection: { tiers: { gold: { rpo: '4h' } } } },
      features: [other.feature],
      entities: [
        gold(componentOf(payments), 'gold'),
        gold(componentOf({ ...payments, name: 'misled' }), 'platinum'),
        componentOf({ name: 'copycat', owner: 'shop', claims: 'eu/payments' }),
      ],
    });
    await portal.eventually(
      '/entities/by-name/component/default/payments-api/protection',
      'payments-owner',
      ({ body }) => {
        if (body.state !== 'unprotected') {
          throw new Error(`The cluster is not read yet: ${body.state}`);
        }
      },
    );
  });

  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  const ask = (entityRef: string, credentials = other.credentials) =>
    other.velero.getEntityProtection(entityRef, { credentials });

  it('tells another plugin whether an entity is protected', async () => {
    await expect(ask(ENTITY)).resolves.toMatchObject({
      state: 'unprotected',
      sentence: expect.stringMatching(/^Not protected\./),
      namespaces: [{ cluster: 'eu', namespace: 'payments' }],
    });
  });

  it('tells it of the days, as many as it asks for', async () => {
    const { items } = await other.velero.getEntityHistory(ENTITY, {
      credentials: other.credentials,
      days: 7,
    });
    expect(items).toHaveLength(7);
  });

  it('gives nobody what a cluster does not confirm', async () => {
    await expect(ask('component:default/copycat')).rejects.toMatchObject(
      refusal(403, 'OwnershipNotProvenError'),
    );
  });

  it('asks on behalf of a user, who is told what is theirs', async () => {
    const owner = mockCredentials.user('user:default/payments-owner');
    const visitor = mockCredentials.user('user:default/visitor');
    await expect(ask(ENTITY, owner)).resolves.toMatchObject({
      state: 'unprotected',
    });
    await expect(ask(ENTITY, visitor)).rejects.toMatchObject(
      refusal(403, 'OwnershipNotProvenError'),
    );
  });

  it('throws what the backend refuses with', async () => {
    await expect(ask('component:default/nobody')).rejects.toMatchObject(
      refusal(404, 'NotFoundError'),
    );
    await expect(
      other.velero.getEntityHistory(ENTITY, {
        credentials: other.credentials,
        days: 91,
      }),
    ).rejects.toMatchObject(refusal(400, 'InputError'));
  });

  it('ends when the answer is not wanted any more', async () => {
    await expect(
      other.velero.getEntityProtection(ENTITY, {
        credentials: other.credentials,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow(/abort/);
  });

  it('holds the entity to the tier that it names', async () => {
    await expect(ask(ENTITY)).resolves.toMatchObject({
      namespaces: [{ target: { seconds: 4 * 3600 } }],
    });
    const misled = await ask('component:default/misled');
    expect(JSON.stringify(misled)).toContain(
      'no tier \\"platinum\\" is configured',
    );
  });
});
