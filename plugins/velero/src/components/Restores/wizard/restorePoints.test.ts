import { backup } from '../../../__testUtils__/fixtures';
import { copiesOf, newestGood, restorePointsOf } from './restorePoints';

const here = backup();
const there = backup({ cluster: 'us-east', origin: 'other-cluster' });

describe('restore points', () => {
  it('are shown once for all clusters, as the one has it that made it', () => {
    expect(restorePointsOf([there, here])).toEqual([here]);
    expect(restorePointsOf([there])).toEqual([there]);
  });

  it('of one name at another place, or at none, are others', () => {
    const location = { name: 'default' };
    const elsewhere = { ...there, location: { ...location, place: 'b' } };
    const nowhere = { ...there, location };
    expect(restorePointsOf([here, elsewhere, nowhere])).toHaveLength(3);
    expect(copiesOf(here, [here, elsewhere, nowhere])).toEqual([here]);
  });

  it('are what has ended well, or with a part missing', () => {
    const partial = backup({ name: 'partial', outcome: 'partial' });
    const others = [
      backup({ name: 'failed', outcome: 'failed' }),
      backup({ name: 'running', lifecycle: 'running', outcome: undefined }),
      backup({ name: 'going', lifecycle: 'deleting' }),
    ];
    expect(restorePointsOf([partial, ...others, here])).toEqual([
      partial,
      here,
    ]);
    expect(newestGood([partial, here])).toBe(here);
    expect(newestGood([partial])).toBe(partial);
  });

  it('are there in each cluster that reads the place', () => {
    expect(copiesOf(there, [here, there])).toEqual([here, there]);
  });
});
