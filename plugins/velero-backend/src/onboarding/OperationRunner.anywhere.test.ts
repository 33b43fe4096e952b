import { TestDatabases } from '@backstage/backend-test-utils';
import { Moments } from './__testUtils__/Moments';
import { recordOf, TenantRuns, Wanted } from './__testUtils__/TenantRuns';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What is there before, and what is wanted then. */
interface Scene {
  before?: Wanted;
  wanted: Wanted;
  /** How a run ends that follows one that ended so. */
  again: Record<'undone' | 'applied', 'undone' | 'applied' | 'unchanged'>;
}

/** What became of one run. */
interface Outcome {
  /** Whether it was disturbed; a run that ends before that is the last one. */
  wasStruck: boolean;
  /** The step that it had begun, or was about to begin; nothing before it had steps, and behind them. */
  step?: string;
}

const SCENES: Array<[string, Scene]> = [
  [
    'a first onboarding',
    {
      wanted: { firstBackup: true },
      again: { undone: 'applied', applied: 'unchanged' },
    },
  ],
  [
    'a new credential',
    {
      before: { version: 1 },
      wanted: { version: 2 },
      again: { undone: 'applied', applied: 'unchanged' },
    },
  ],
  [
    'a wrong credential',
    {
      wanted: { secretAccessKey: 'wrong' },
      again: { undone: 'undone', applied: 'undone' },
    },
  ],
];

describe.each(SCENES)('OperationRunner, %s', (_title, scene) => {
  let runs: TenantRuns;
  let planned: string[];
  let steps: string[];
  let count = 0;

  beforeAll(async () => {
    runs = await TenantRuns.start(databases);
    await withTenant(async tenant => {
      const operation = await runs.onboard(tenant, scene.wanted);
      planned = runs.objects(tenant);
      const begun = recordOf(operation)!.steps.filter(
        ({ state }) => state !== 'waiting',
      );
      steps = stepsOf(tenant, operation.id, begun);
    });
  });

  afterAll(() => runs.stop());

  /** Has a tenant as it is before; nothing of it is left behind. */
  async function withTenant<T>(run: (tenant: string) => Promise<T>) {
    const tenant = `tenant-${String(++count).padStart(3, '0')}`;
    runs.addBucket(tenant);
    if (scene.before) {
      await runs.onboard(tenant, scene.before);
    }
    const result = await run(tenant);
    await runs.remove(tenant);
    return result;
  }

  /** The ids, under any tenant's name and in any operation. */
  function stepsOf(tenant: string, id: string, records: Array<{ id: string }>) {
    return records.map(step =>
      step.id.replaceAll(tenant, 'TENANT').replaceAll(id.slice(0, 8), 'ID'),
    );
  }

  /** Runs again and again, disturbed at one moment after the other, until it ends before that. */
  async function atEachMoment(run: (moment: number) => Promise<Outcome>) {
    const met = new Set<string | undefined>();
    for (let moment = 1; ; moment++) {
      const { wasStruck, step } = await run(moment);
      if (!wasStruck) {
        break;
      }
      met.add(step);
    }
    // Every step was met, and so was what comes before and behind them.
    expect([...met]).toEqual(expect.arrayContaining([...steps, undefined]));
  }

  async function stepUnderWay(tenant: string): Promise<string | undefined> {
    const operation = await runs.last(tenant);
    const open = recordOf(operation)?.steps.find(({ state }) =>
      ['waiting', 'running'].includes(state),
    );
    return open && stepsOf(tenant, operation!.id, [open])[0];
  }

  /** What there is before a tenant is worked on. */
  async function lookAt(tenant: string) {
    const operation = await runs.last(tenant);
    return { objects: runs.objects(tenant), operation: operation?.id };
  }

  /** Either as before or as planned, as the operation says; a second run makes it as planned. */
  async function expectWhole(
    tenant: string,
    before: Awaited<ReturnType<typeof lookAt>>,
    moment: number,
  ): Promise<void> {
    const operation = await runs.last(tenant);
    // It may have been cut off before there was one.
    const isBegun = operation?.id !== before.operation;
    const record = isBegun ? recordOf(operation) : undefined;
    const { state: outcome, message } = record ?? {};
    const state = outcome === 'applied' ? outcome : 'undone';
    const place = `at moment ${moment}: ${outcome} ${message}`;
    const whole = { undone: before.objects, applied: planned }[state];
    expect([place, runs.objects(tenant)]).toEqual([place, whole]);
    const again = recordOf(await runs.onboard(tenant, scene.wanted));
    // What was cancelled before its first backup has that made by the next run.
    const isWhole = record?.steps.every(step => step.state !== 'failed');
    const expected = isWhole || state === 'undone' ? scene.again[state] : state;
    expect([place, again?.state]).toEqual([place, expected]);
    expect([place, runs.objects(tenant)]).toEqual([place, planned]);
  }

  it('is as before or as planned wherever a replica dies, and a second run leads to the end', async () => {
    await atEachMoment(moment =>
      withTenant(async tenant => {
        const before = await lookAt(tenant);
        const moments = new Moments(moment, dying => dying.kill());
        const first = runs.replica(moments);
        await runs.begin(first, tenant, scene.wanted).catch(() => {});
        while (
          !moments.wasStruck &&
          (await runs.last(tenant))?.state === 'running'
        ) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
        const step = await stepUnderWay(tenant);
        await first.runner.stop();
        const second = runs.replica();
        second.runner.start();
        await runs.ended(tenant);
        await second.runner.stop();
        await expectWhole(tenant, before, moment);
        return { wasStruck: moments.wasStruck, step };
      }),
    );
  });

  it('is as before or as planned wherever it is cancelled, and a second run leads to the end', async () => {
    await atEachMoment(moment =>
      withTenant(async tenant => {
        const before = await lookAt(tenant);
        let step: string | undefined;
        const moments = new Moments(moment, async () => {
          step = await stepUnderWay(tenant);
          const operation = await runs.last(tenant);
          await runs.stores.operations.cancel(operation?.id ?? '');
        });
        const replica = runs.replica(moments);
        await runs.begin(replica, tenant, scene.wanted);
        await runs.ended(tenant);
        await replica.runner.stop();
        await expectWhole(tenant, before, moment);
        return { wasStruck: moments.wasStruck, step };
      }),
    );
  });
});
