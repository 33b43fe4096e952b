import { TestDatabases } from '@backstage/backend-test-utils';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ApplyFixture, Wanted } from './__testUtils__/ApplyFixture';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('OperationRunner, overtaken by somebody else between the look and the write', () => {
  let fixture: ApplyFixture;

  beforeEach(async () => {
    fixture = await ApplyFixture.start(databases);
  });

  afterEach(() => fixture.stop());

  /** The connection to the cluster, with some of its ways replaced. */
  function connectionWith(
    parts: Partial<ClusterConnection>,
  ): ClusterConnection {
    const { connection } = fixture;
    return new Proxy(connection, {
      get: (_, key) => {
        const own = Reflect.get(parts, key);
        const value = own ?? Reflect.get(connection, key);
        return typeof value === 'function' && !own
          ? value.bind(connection)
          : value;
      },
    });
  }

  async function apply(
    connection: ClusterConnection,
    id = 'one',
    wanted: Partial<Wanted> = {},
  ) {
    const runner = fixture.runner({ connection });
    await fixture.launch(runner, id, { firstBackup: false, ...wanted });
    const { clusters } = await fixture.ended(id);
    await runner.stop();
    return clusters[0];
  }

  it.each([
    ['schedules', 'all'],
    ['backupstoragelocations', 'archive'],
  ] as const)('leaves what is theirs: %s %s', async (resource, name) => {
    const { connection } = fixture;
    const cluster = await apply(
      connectionWith({
        create: async options => {
          if (options.resource === resource) {
            fixture.cluster.objects.put(resource, {
              metadata: { name, namespace: 'velero' },
              spec: { theirs: true, template: {} },
            });
          }
          return connection.create(options);
        },
      }),
    );
    expect(cluster).toMatchObject({
      state: 'undone',
      message: expect.stringContaining('somebody else made it'),
    });
    expect(fixture.names()).toEqual([`${resource}/${name}`]);
  });

  it('leaves what they made in place of what was made, and says so', async () => {
    const { connection } = fixture;
    const cluster = await apply(
      connectionWith({
        create: async options => {
          if (options.resource !== 'schedules') {
            return connection.create(options);
          }
          const { objects } = fixture.cluster;
          objects.remove('backupstoragelocations', 'archive', 'velero');
          objects.put('backupstoragelocations', {
            metadata: { name: 'archive', namespace: 'velero' },
            spec: { provider: 'theirs' },
          });
          throw new Error('It does not work');
        },
      }),
    );
    expect(cluster).toMatchObject({
      state: 'failed',
      message: expect.stringContaining(
        "backupstoragelocations.velero.io 'archive' in namespace 'velero' stays: it is not the one that was made here",
      ),
    });
    expect(fixture.names()).toEqual(['backupstoragelocations/archive']);
  });

  it('neither uses nor removes a Secret of theirs', async () => {
    const { connection } = fixture;
    const cluster = await apply(
      connectionWith({
        createSecret: async options => {
          if (!options.dryRun) {
            fixture.cluster.objects.put('secrets', {
              metadata: { name: options.name, namespace: 'velero' },
            });
          }
          return connection.createSecret(options);
        },
      }),
    );
    expect(cluster).toMatchObject({
      state: 'undone',
      message: expect.stringContaining("There is a Secret 'keys--v1'"),
    });
    expect(fixture.names()).toEqual(['secrets/keys--v1']);
  });

  it('takes no check of a location as it was for one of the location as it is', async () => {
    await fixture.apply('one', { firstBackup: false });
    const { connection } = fixture;
    let isChecked = false;
    const cluster = await apply(
      connectionWith({
        get: async options => {
          const live = await connection.get(options);
          if (options.resource === 'backupstoragelocations' && !isChecked) {
            isChecked = true;
            const later = new Date(Date.now() + 5_000).toISOString();
            fixture.cluster.objects.patch(
              'backupstoragelocations',
              { name: 'archive', namespace: 'velero' },
              { status: { lastValidationTime: later.replace(/\.\d+/, '') } },
            );
          }
          return live;
        },
      }),
      'two',
      { isKnown: true, bucket: 'lost' },
    );
    expect(cluster).toMatchObject({
      state: 'undone',
      message: expect.stringContaining('NoSuchBucket'),
    });
    const [location] = fixture.cluster.objects.list('backupstoragelocations');
    expect(location.spec).toMatchObject({ objectStorage: { bucket: 'store' } });
  });

  /** Has a replica die while it writes the Secret, once the cluster has heard of it or before. */
  async function dieWithSecret(isHeard: boolean): Promise<void> {
    const { connection } = fixture;
    await new Promise<void>(resolve => {
      const runner = fixture.runner({
        connection: connectionWith({
          createSecret: async options => {
            if (isHeard || options.dryRun) {
              const made = await connection.createSecret(options);
              if (options.dryRun) {
                return made;
              }
            }
            void runner.stop().then(resolve);
            throw new Error('The replica is dead');
          },
        }),
      });
      void fixture.launch(runner, 'one', { firstBackup: false });
    });
  }

  /** Has another replica go on. */
  async function goOn() {
    const runner = fixture.runner();
    runner.start();
    const { clusters } = await fixture.ended('one');
    await runner.stop();
    return clusters[0];
  }

  it('leaves a Secret that they made while nobody worked on it, and says so', async () => {
    await dieWithSecret(false);
    fixture.cluster.objects.put('secrets', {
      metadata: { name: 'keys--v1', namespace: 'velero' },
    });
    expect(await goOn()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining(
        "Secret 'keys--v1' in namespace 'velero' stays: it is not the one that was made here",
      ),
    });
    expect(fixture.names()).toEqual(['secrets/keys--v1']);
  });

  it('removes a Secret of its own that nobody could note any more', async () => {
    await dieWithSecret(true);
    expect(fixture.names()).toEqual(['secrets/keys--v1']);
    expect(await goOn()).toMatchObject({ state: 'undone' });
    expect(fixture.names()).toEqual([]);
  });
});
