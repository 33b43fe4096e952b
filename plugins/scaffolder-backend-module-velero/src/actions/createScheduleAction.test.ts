import { createMockDirectory } from '@backstage/backend-test-utils';
import { VeleroService } from 'backstage-plugin-velero-node';
import { parse } from 'yaml';
import { Checkpoints, TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture } from '../__testUtils__/TenantFixture';
import { createScheduleAction } from './createScheduleAction';
import { examples } from './createScheduleAction.examples';

jest.setTimeout(60_000);

describe('velero:schedule:create', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeAll(async () => {
    fixture = await TenantFixture.start();
  });

  afterAll(() => fixture?.stop());

  /** A schedule of its own for each test. */
  let count = 0;
  const inputOf = () => {
    count += 1;
    return {
      entityRef: 'component:default/payments-api',
      cluster: 'eu',
      namespaces: ['payments'],
      name: `test-${count}`,
      cron: '0 2 * * *',
    };
  };

  function newRun(
    options: {
      checkpoints?: Checkpoints;
      createSchedule?: VeleroService['createSchedule'];
    } = {},
  ) {
    const {
      checkpoints,
      createSchedule = (...args) => fixture.velero.createSchedule(...args),
    } = options;
    return new TaskRun({
      action: createScheduleAction({
        velero: { createSchedule } as VeleroService,
      }),
      credentials: fixture.owner,
      checkpoints,
      workspacePath: workspace.path,
    });
  }

  const made = () =>
    fixture.sandbox
      .cluster('eu')
      .objects.list('schedules')
      .map(({ metadata }) => metadata.name);

  it.each(examples)('can do its example: $description', async ({ example }) => {
    const run = newRun();
    await run.run(parse(example).steps[0].input);
    expect(made()).toContain(run.outputs.name);
  });

  it('has the schedule made, and tells so in a line', async () => {
    const run = newRun();
    const input = inputOf();
    await run.run(input);
    const name = `payments-api-eu-${input.name}`;
    expect(run.outputs).toEqual({
      outcome: 'created',
      cluster: 'eu',
      veleroNamespace: 'velero',
      name,
      storageLocation: 'default',
    });
    expect(run.lines).toEqual([`Cluster eu has taken schedule ${name}`]);
  });

  it('changes nothing in another task, and says so', async () => {
    const input = inputOf();
    await newRun().run(input);
    const run = newRun();
    await run.run(input);
    expect(run.outputs.outcome).toBe('unchanged');
    expect(run.lines).toEqual([
      expect.stringMatching(/as it is wanted\. Nothing was changed$/),
    ]);
  });

  it('fails when another one has the name, and names the difference', async () => {
    const input = inputOf();
    await newRun().run(input);
    await expect(newRun().run({ ...input, cron: '5 2 * * *' })).rejects.toThrow(
      'spec.schedule is "0 2 * * *", not "5 2 * * *"',
    );
  });

  it('makes nothing in a dry run', async () => {
    const run = newRun();
    const input = inputOf();
    await run.run({ ...input, keepFor: '1h' }, { isDryRun: true });
    expect(run.outputs).toMatchObject({
      outcome: 'planned',
      storageLocation: 'default',
    });
    expect(run.lines).toEqual([
      expect.stringMatching(/ would be made in cluster eu$/),
      expect.stringMatching(/^Note: A backup is gone after 1h, before/),
    ]);
    expect(made()).not.toContain(run.outputs.name);
  });

  it.each([
    [{ namespaces: ['shop'] }, /shop/],
    [{ storageLocation: 'lost' }, /'storageLocation' is 'lost'/],
    [{ cron: 'at night' }, /'cron': Velero refuses/],
    [{ keepFor: '30d' }, /720h/],
  ])(
    'says what is wrong with %j, in a dry run, too',
    async (change, expected) => {
      const input = { ...inputOf(), ...change };
      await expect(newRun().run(input)).rejects.toThrow(expected);
      const dryRun = newRun().run(input, { isDryRun: true });
      await expect(dryRun).rejects.toThrow(expected);
    },
  );

  it('asks once more when the answer was lost', async () => {
    let asked = 0;
    const run = newRun({
      createSchedule: async (...args) => {
        asked += 1;
        const schedule = await fixture.velero.createSchedule(...args);
        if (asked === 1) {
          throw new TypeError('fetch failed');
        }
        return schedule;
      },
    });
    await run.run(inputOf());
    expect(asked).toBe(2);
    expect(made()).toContain(run.outputs.name);
  });

  it('gives in a later run of the task what it gave before', async () => {
    const checkpoints: Checkpoints = {};
    const input = inputOf();
    const first = newRun({ checkpoints });
    await first.run(input);
    const again = newRun({
      checkpoints,
      createSchedule: async () => {
        throw new Error('asked again');
      },
    });
    await again.run(input);
    expect(again.outputs).toEqual(first.outputs);
  });

  it('sends nothing when the task is cancelled before', async () => {
    const input = inputOf();
    const signal = AbortSignal.abort();
    await expect(newRun().run(input, { signal })).rejects.toThrow(/abort/);
    expect(made()).not.toContain(`payments-api-eu-${input.name}`);
  });
});
