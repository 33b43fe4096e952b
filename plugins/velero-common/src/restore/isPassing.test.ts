import { RestoreExample } from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';
import { isPassing } from './isPassing';

describe('isPassing', () => {
  it.each<[string, (example: RestoreExample) => void, boolean]>([
    [
      'a cluster that is away',
      ({ snapshot }) => {
        snapshot.cluster.state = 'unreachable';
      },
      true,
    ],
    [
      'a store that is away',
      ({ snapshot }) => {
        snapshot.location!.phase = 'Unavailable';
        snapshot.contents = { problem: 'no answer' };
      },
      true,
    ],
    [
      'a backup that is gone',
      ({ snapshot }) => {
        snapshot.backup = undefined;
      },
      false,
    ],
    [
      'storage that has become a tenant’s',
      ({ snapshot }) => {
        snapshot.location!.tenantOwners = [['group:default/shop']];
      },
      false,
    ],
    [
      'a namespace that is lost while the cluster is away',
      ({ snapshot }) => {
        snapshot.cluster.state = 'unreachable';
        snapshot.pairs[0].origins[0].proven = false;
      },
      false,
    ],
  ])('judges %s', (_name, change, expected) => {
    expect(isPassing(verdictOn(change))).toBe(expected);
  });
});
