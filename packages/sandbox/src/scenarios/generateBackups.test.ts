import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';
import { VeleroFixture } from '../testing/VeleroFixture';
import { generateBackups } from './generateBackups';
import { addOddBackups, ODD_BACKUPS } from './oddBackups';

const BACKUPS = '/apis/velero.io/v1/backups';

describe('generateBackups', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
  });

  afterAll(() => sandbox.stop());

  it('makes as many as asked for, of a realistic size, over namespaces and schedules', async () => {
    const steps: number[] = [];
    const options = { count: 2_500, namespaces: 20 };
    for await (const made of generateBackups(sandbox.cluster('a'), options)) {
      steps.push(made);
    }
    expect(steps).toEqual([1_000, 2_000, 2_500]);
    const { body, text } = await new TestClient(sandbox.cluster('a')).request(
      BACKUPS,
    );
    expect(body.items).toHaveLength(2_500);
    const size = text.length / 2_500;
    expect(size).toBeGreaterThan(2_200);
    expect(size).toBeLessThan(2_900);
    const schedules = new Set(
      body.items.map(
        (item: { metadata: { labels: Record<string, string> } }) =>
          item.metadata.labels['velero.io/schedule-name'],
      ),
    );
    expect(schedules.size).toBe(20);
  });

  it('makes what Velero itself would have made', async () => {
    const fixture = await VeleroFixture.start();
    const client = fixture.client();
    await client.create('/api/v1/namespaces', { metadata: { name: 'team-0' } });
    await fixture.location('default');
    await fixture.create('schedules', {
      metadata: { name: 'a-team-0', labels: { team: 'team-0' } },
      spec: {
        schedule: '@every 1h',
        template: { includedNamespaces: ['team-0'], ttl: '720h0m0s' },
      },
    });
    await fixture.phase('schedules', 'a-team-0', 'Enabled');
    fixture.pass(3_601_000);
    let name = '';
    while (!name) {
      [name] = await fixture.names('backups');
    }
    const real = await fixture.phase('backups', name, 'Completed');
    const generated = sandbox
      .cluster('a')
      .objects.list('backups')
      .find(({ metadata }) => metadata.name.startsWith('a-team-0-'))!;
    expect(shapeOf(generated)).toEqual(shapeOf(real));
    await fixture.stop();
  });

  /** All keys, and of the values only whether they are there. */
  function shapeOf(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return 'value';
    }
    const { managedFields, ...rest } = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(rest).map(([key, child]) => [key, shapeOf(child)]),
    );
  }
});

describe('addOddBackups', () => {
  it('puts in what no API server would take, and it can be listed', async () => {
    const sandbox = await startSandbox({
      clusters: [{ name: 'a', velero: false }],
    });
    addOddBackups(sandbox.cluster('a'));
    const client = new TestClient(sandbox.cluster('a'));
    const { body } = await client.request(`${BACKUPS}?labelSelector=a!%3Db`);
    expect(
      body.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      ),
    ).toEqual(Object.keys(ODD_BACKUPS).sort());
    await sandbox.stop();
  });
});
