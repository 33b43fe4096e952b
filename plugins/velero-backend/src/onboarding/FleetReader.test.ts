import { FleetLocation } from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { FleetReader } from './FleetReader';

interface Place {
  prefix: string;
  accessMode?: string;
}

function locationAt({ prefix, accessMode = 'ReadWrite' }: Place) {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name: 'pay-eu--eu', namespace: 'velero' },
    spec: {
      provider: 'aws',
      accessMode,
      objectStorage: { bucket: 'shared', prefix },
      config: { region: 'eu-central-1' },
    },
  };
}

/** An operation of a moment ago that made the location, or changed it, to be at a place. */
function operationTo(place: Place) {
  const object = locationAt(place);
  const [cluster, schedules] = ['eu', []];
  const clusters = [{ cluster, locations: [{ object }], schedules }];
  return {
    task: JSON.stringify({ plan: { clusters } }),
    progress: JSON.stringify({ clusters: [{ cluster, state: 'applied' }] }),
  };
}

/** What a plan for another cluster is told of the locations of `eu`. */
async function locationsOf(
  collected: Place[],
  planned: Place[],
  isComplete = true,
): Promise<FleetLocation[]> {
  const rows = collected.map(place => ({
    ...{ cluster: 'eu', namespace: 'velero', name: 'pay-eu--eu' },
    doc: JSON.stringify(locationAt(place)),
  }));
  const reader = new FleetReader({
    registry: {
      current: () => [{ name: 'eu', source: 'test' }],
      isComplete: () => isComplete,
      subscribe: () => () => {},
    },
    ranges: {},
    settings: {
      ...{ portal: 'portal', privateHosts: [], plainHttpHosts: [] },
      ...{ excludedNamespaces: [], sharedSecrets: [] },
      serverIdentityForTenants: false,
    },
    stores: {
      clusters: { find: async () => [] },
      namespaces: { findIn: async () => [] },
      tenantNames: { findOwner: async () => undefined },
      queries: { locationsIn: async () => rows },
      operations: { findRecent: async () => planned.map(operationTo) },
    } as unknown as Stores,
  });
  const { snapshot } = await reader.read({
    tenant: 'pay-us',
    scope: 'tenant',
    clusters: [],
    withAddresses: false,
    owner: 'group:default/payments',
    reader: { ownershipRefs: [], administrator: false },
  });
  return snapshot.locations;
}

describe('FleetReader', () => {
  it('tells nothing as long as there may be clusters that it does not know of', async () => {
    await expect(locationsOf([], [], false)).rejects.toThrow(
      'It is not known yet which clusters there are',
    );
  });
});

describe('FleetReader, of a cluster that it does not ask', () => {
  it.each<[string, Place[], Place[], string[]]>([
    [
      'a location that is not collected yet',
      [],
      [{ prefix: 'two' }],
      ['ReadWrite two'],
    ],
    [
      'one that has moved',
      [{ prefix: 'one' }],
      [{ prefix: 'two' }],
      ['ReadWrite one', 'ReadWrite two'],
    ],
    [
      'one that has moved twice',
      [{ prefix: 'one' }],
      [{ prefix: 'two' }, { prefix: 'three' }],
      ['ReadWrite one', 'ReadWrite two', 'ReadWrite three'],
    ],
    [
      'one that writes where it has read',
      [{ prefix: 'one', accessMode: 'ReadOnly' }],
      [{ prefix: 'one' }],
      ['ReadOnly one', 'ReadWrite one'],
    ],
    [
      'one that is where it was',
      [{ prefix: 'one' }],
      [{ prefix: '/one/' }],
      ['ReadWrite one'],
    ],
  ])('knows %s', async (_title, collected, planned, expected) => {
    const locations = await locationsOf(collected, planned);
    expect(
      locations.map(({ accessMode, prefix }) => `${accessMode} ${prefix}`),
    ).toEqual(expected);
  });
});
