import { TestDatabases } from '@backstage/backend-test-utils';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ApplyFixture, credentialFile } from './__testUtils__/ApplyFixture';
import { OperationProgress } from './apply/StepRecord';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Milliseconds; longer than a step is tried to be taken back here. */
const LATE = 400;

describe('OperationRunner, of a portal that starts while its sources of clusters do not answer', () => {
  let fixture: ApplyFixture;

  beforeEach(async () => {
    fixture = await ApplyFixture.start(databases);
  });

  afterEach(() => fixture.stop());

  /** Has a replica begin, and stops it once the cluster has got so far. */
  async function leaveBehind(
    isSoFar: () => boolean | Promise<boolean>,
    text?: string,
    remove?: ClusterConnection['remove'],
  ) {
    const { connection } = fixture;
    Object.assign(connection, remove && { remove });
    const first = fixture.runner({ connection });
    await fixture.launch(first, 'one', {}, text);
    while (!(await isSoFar())) {
      await new Promise(resolve => setTimeout(resolve, 2));
    }
    await first.stop();
    expect(await fixture.operations.find('one')).toMatchObject({
      state: 'running',
    });
  }

  const hasSchedule = () => fixture.names().includes('schedules/all');

  const clusterState = async () => {
    const { progress } = (await fixture.operations.find('one'))!;
    return (JSON.parse(progress) as OperationProgress).clusters[0];
  };

  /** A portal that knows of the cluster, and of all there are, only a while after its start. */
  function lateRunner() {
    const start = Date.now();
    const isLate = () => Date.now() - start > LATE;
    return fixture.runner({ isRegistered: isLate, isComplete: isLate });
  }

  it('goes on with what was left behind, and says meanwhile what it waits for', async () => {
    await leaveBehind(hasSchedule);
    const second = lateRunner();
    second.start();
    await new Promise(resolve => setTimeout(resolve, LATE / 2));
    expect((await clusterState()).steps).toContainEqual(
      expect.objectContaining({
        state: 'running',
        message: expect.stringContaining("It waits for cluster 'eu'"),
      }),
    );
    const { state, clusters } = await fixture.ended('one');
    await second.stop();
    expect(state).toBe('succeeded');
    expect(JSON.stringify(clusters)).not.toContain('It waits');
  });

  it('goes on with taking back, and leaves nothing', async () => {
    await leaveBehind(
      async () => (await clusterState()).state === 'undoing',
      credentialFile('wrong'),
      // Long enough for the replica to be stopped meanwhile.
      async () => {
        await new Promise(resolve => setTimeout(resolve, 200));
        throw new ClusterError('unreachable', 'It answers 503');
      },
    );
    const second = lateRunner();
    second.start();
    const { clusters } = await fixture.ended('one');
    await second.stop();
    expect(clusters[0].state).toBe('undone');
    expect(fixture.names()).toEqual([]);
  });

  it.each<[string, Parameters<ApplyFixture['runner']>[0], string]>([
    [
      'all have answered, and none knows of the cluster',
      { isComplete: () => true },
      'it is not registered any more',
    ],
    [
      'they do not answer for too long',
      { isComplete: () => false, patience: 100 },
      'not all sources of clusters have answered since the portal was started',
    ],
  ])('does not go on when %s', async (_when, options, why) => {
    await leaveBehind(hasSchedule);
    const second = fixture.runner({ isRegistered: () => false, ...options });
    second.start();
    const { state, clusters } = await fixture.ended('one');
    await second.stop();
    expect([state, clusters[0].state]).toEqual(['failed', 'failed']);
    expect(clusters[0].message).toContain(
      `Cluster 'eu' cannot be asked now: ${why}`,
    );
  });

  it('waits no longer when it is cancelled before anything was done', async () => {
    const runner = fixture.runner({
      isRegistered: () => false,
      isComplete: () => false,
      patience: 60_000,
    });
    await fixture.launch(runner, 'one');
    while ((await clusterState()).state !== 'running') {
      await new Promise(resolve => setTimeout(resolve, 2));
    }
    await expect(fixture.operations.cancel('one')).resolves.toBe(true);
    const { state, clusters } = await fixture.ended('one');
    await runner.stop();
    expect([state, clusters[0].state]).toEqual(['cancelled', 'undone']);
  });
});
