import { createMockDirectory } from '@backstage/backend-test-utils';
import { NewRestoreRequestBody } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { parse } from 'yaml';
import { Checkpoints, TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture } from '../__testUtils__/TenantFixture';
import { createRestoreRequestAction } from './createRestoreRequestAction';
import { examples } from './createRestoreRequestAction.examples';

jest.setTimeout(60_000);

describe('velero:restore:request', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeAll(async () => {
    fixture = await TenantFixture.start();
    await fixture.backUp('nightly');
  });

  afterAll(() => fixture?.stop());

  function newRun(
    options: {
      checkpoints?: Checkpoints;
      velero?: Partial<VeleroService>;
    } = {},
  ) {
    const { owner, velero } = fixture;
    const service = {
      previewRestore: (...args) => velero.previewRestore(...args),
      requestRestore: (...args) => velero.requestRestore(...args),
      getRestoreRequest: (...args) => velero.getRestoreRequest(...args),
      ...options.velero,
    } as VeleroService;
    return new TaskRun({
      action: createRestoreRequestAction({
        velero: service,
        pace: { first: 20, last: 50 },
      }),
      credentials: owner,
      checkpoints: options.checkpoints,
      workspacePath: workspace.path,
    });
  }

  const restores = () =>
    fixture.sandbox.cluster('eu').objects.list('restores').length;

  const input = (target: string, change: object = {}) => ({
    entityRef: 'component:default/payments-api',
    cluster: 'eu',
    backup: 'nightly',
    namespaces: [{ source: 'payments', target }],
    reason: 'Compare the prices',
    ...change,
  });

  it.each(examples)('can do its example: $description', async ({ example }) => {
    const run = newRun();
    await run.run(parse(example).steps[0].input);
    expect(run.outputs).toMatchObject({
      id: expect.any(String),
      needsApproval: false,
    });
  });

  it('waits for the end, and tells each state once', async () => {
    const run = newRun();
    await run.run(input('payments-restore-3'));
    expect(run.outputs.state).toBe('succeeded');
    const last = `Request ${run.outputs.id} is succeeded`;
    expect(run.lines.filter(line => line === last)).toHaveLength(1);
  });

  it('asks for nothing in a dry run', async () => {
    const before = restores();
    const run = newRun();
    await run.run(input('payments'), { isDryRun: true });
    expect(run.outputs).toEqual({ id: '', state: '', needsApproval: true });
    expect(restores()).toBe(before);
  });

  it.each([true, false])(
    'says what stands in the way (dry run: %s)',
    async isDryRun => {
      const run = newRun().run(input('shop'), { isDryRun });
      await expect(run).rejects.toThrow(
        /Namespace 'shop' of cluster 'eu' is neither proven to be yours/,
      );
    },
  );

  it('asks for the same again when the answer was lost, also in a later run', async () => {
    const checkpoints: Checkpoints = {};
    const keys: string[] = [];
    const before = restores();
    const requestRestore = async (
      body: NewRestoreRequestBody,
      ...rest: Parameters<VeleroService['requestRestore']> extends [
        unknown,
        ...infer R,
      ]
        ? R
        : never
    ) => {
      keys.push(body.key);
      await fixture.velero.requestRestore(body, ...rest);
      throw new Error('fetch failed');
    };
    const wanted = input('payments-restore-4');
    const lost = newRun({ checkpoints, velero: { requestRestore } });
    await expect(lost.run(wanted)).rejects.toThrow('fetch failed');
    const later = newRun({ checkpoints });
    await later.run(wanted);
    expect(later.outputs.state).toBe('succeeded');
    expect(new Set(keys).size).toBe(1);
    expect(restores()).toBe(before + 1);
  });

  it('asks for each turn of a step on its own, also when the step is run again', async () => {
    const checkpoints: Checkpoints = {};
    const before = restores();
    const ids: unknown[] = [];
    for (const target of ['5', '6', '5', '6']) {
      const turn = newRun({ checkpoints });
      await turn.run(input(`payments-restore-${target}`));
      ids.push(turn.outputs.id);
    }
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(restores()).toBe(before + 2);
  });

  it('fails with the reason for a request that came to nothing', async () => {
    const getRestoreRequest = async () =>
      ({
        id: 'r',
        state: 'rejected',
        approvals: [],
        outcome: { message: 'Not now' },
      } as unknown as Awaited<ReturnType<VeleroService['getRestoreRequest']>>);
    const run = newRun({ velero: { getRestoreRequest } });
    await expect(run.run(input('payments'))).rejects.toThrow(
      'is rejected: Not now',
    );
  });
});
