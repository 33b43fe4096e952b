import { newNamespace, ownNamespace } from '../__testUtils__/restoreExample';
import {
  prospectOn,
  ProspectChange,
  ProspectExample,
} from '../__testUtils__/prospectOn';

/** All that could be told. */
function fill({ snapshot, prospect }: ProspectExample) {
  snapshot.contents.kinds!.push({
    groupVersionKind: 'v1/PersistentVolumeClaim',
    count: 1,
  });
  prospect.objects = [
    {
      namespace: 'shop',
      resource: 'configmaps',
      count: 1,
      there: { value: ['secret-name'] },
    },
  ];
  prospect.quotas = { forbidden: true, problem: 'secret-name' };
  prospect.archive.value!.claims = [
    { namespace: 'shop', name: 'secret-name', storageClass: 'secret-name' },
  ];
}

const stranger: ProspectChange = ({ snapshot }) => {
  snapshot.pairs[0].target = {
    ...ownNamespace('prod-eu', 'shop'),
    proven: false,
  };
};

describe('tellProspect', () => {
  it('tells all of it to whom source and target are proven', () => {
    const { checks, facts } = prospectOn(fill);
    expect(new Set(checks.map(({ id }) => id))).toEqual(
      new Set(['existing-objects', 'quota', 'storage-classes']),
    );
    expect(facts.map(({ id }) => id)).toEqual([
      'age',
      'size',
      'duration',
      'cost',
    ]);
  });

  it.each<[string, ProspectChange]>([
    ['a target that is not proven', stranger],
    [
      'a new name that the policy does not allow',
      ({ snapshot }) => {
        snapshot.pairs[0].target = newNamespace('prod-eu', 'mine');
      },
    ],
    [
      'a source that is not proven',
      ({ snapshot }) => {
        snapshot.pairs[0].origins[0].proven = false;
      },
    ],
    [
      'a source of nobody knows which cluster',
      ({ snapshot }) => {
        snapshot.pairs[0].origins = [];
      },
    ],
    [
      'a cluster that the policy keeps apart',
      ({ snapshot, policies }) => {
        snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
        delete policies[0].destinations.otherClusters;
      },
    ],
    [
      'a whole backup for somebody who is no administrator',
      ({ wish, snapshot }) => {
        wish.wholeBackup = 'nightly';
        snapshot.pairs = [];
      },
    ],
    [
      'a cluster that is away',
      ({ snapshot }) => {
        snapshot.cluster.state = 'stale';
      },
    ],
    [
      'no policy',
      ({ policies }) => {
        policies.length = 0;
      },
    ],
  ])('tells nothing of %s', (_name, change) => {
    const told = prospectOn(example => {
      fill(example);
      change(example);
    });
    expect(told).toEqual({ checks: [], facts: [] });
  });

  it('tells also what is refused for other reasons', () => {
    const { facts } = prospectOn(({ snapshot }) => {
      snapshot.usage.openOfUser = 99;
    });
    expect(facts).toHaveLength(4);
  });

  it('stops nothing', () => {
    const { checks } = prospectOn(fill);
    expect(checks.some(({ level }) => level === 'stop')).toBe(false);
  });
});
