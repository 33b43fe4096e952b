import { judgeRemoval, RemovalCase } from './judgeRemoval';

const NAME = 'shop-drill-0123abcd';

/** A scratch namespace as a drill leaves it. */
function removal(): RemovalCase {
  return {
    name: NAME,
    derivedName: NAME,
    wasAbsent: true,
    cluster: { agreed: 'cluster', now: 'cluster' },
    restore: {
      createdAt: '2026-11-29T12:00:00Z',
      completedAt: '2026-11-29T12:04:00Z',
      isRunning: false,
    },
    found: { uid: 'ours', createdAt: '2026-11-29T12:00:01Z' },
  };
}

type Change = (removal: RemovalCase) => void;

describe('judgeRemoval', () => {
  it.each<[string, Change]>([
    ['it is as the drill left it', () => {}],
    [
      'it was made in the second in which the Restore was made',
      ({ found }) => {
        found!.createdAt = '2026-11-29T12:00:00Z';
      },
    ],
    [
      'Velero’s clock is behind by a minute',
      ({ found }) => {
        found!.createdAt = '2026-11-29T12:05:00Z';
      },
    ],
    [
      'it was seen, and nobody knows when Velero was done',
      one => {
        one.seenUid = 'ours';
        one.restore.completedAt = undefined;
      },
    ],
    [
      'Velero is at work still',
      ({ restore }) => {
        restore.completedAt = undefined;
        restore.isRunning = true;
      },
    ],
  ])('has it removed when %s', (_name, change) => {
    const one = removal();
    change(one);
    expect(judgeRemoval(one)).toEqual({ verdict: 'remove', uid: 'ours' });
  });

  it.each<[string, Change]>([
    [
      'there is none',
      one => {
        one.found = undefined;
      },
    ],
    [
      'somebody has made another one since it was seen',
      one => {
        one.seenUid = 'the first';
      },
    ],
  ])('takes it for gone when %s', (_name, change) => {
    const one = removal();
    change(one);
    expect(judgeRemoval(one)).toEqual({ verdict: 'gone' });
  });

  it.each<[string, Change, string]>([
    [
      'another name follows from the request',
      one => {
        one.derivedName = 'shop-drill-ffffffff';
      },
      'its name is not the one that follows from the request',
    ],
    [
      'its name is that of no drill',
      one => {
        one.name = 'shop';
        one.derivedName = 'shop';
      },
      'its name is not the one that follows from the request',
    ],
    [
      'it was there before',
      one => {
        one.wasAbsent = false;
      },
      'it was there before the drill',
    ],
    [
      'another cluster answers',
      ({ cluster }) => {
        cluster.now = 'another';
      },
      'the cluster is not the one that it was made in',
    ],
    [
      'it is not known which cluster answers',
      ({ cluster }) => {
        cluster.now = undefined;
        cluster.agreed = undefined;
      },
      'the cluster is not the one that it was made in',
    ],
    [
      'it is older than the Restore',
      ({ found }) => {
        found!.createdAt = '2026-11-29T11:59:59Z';
      },
      'it is not known to have been made after the Restore',
    ],
    [
      'it is not known when the Restore was made',
      ({ restore }) => {
        restore.createdAt = undefined;
      },
      'it is not known to have been made after the Restore',
    ],
    [
      'it is not known when it was made',
      ({ found }) => {
        found!.createdAt = undefined;
      },
      'it is not known to have been made after the Restore',
    ],
    [
      'it has no uid',
      ({ found }) => {
        found!.uid = '';
      },
      'the cluster does not tell its uid',
    ],
    [
      'it was made long after Velero was done, and never seen before',
      ({ found }) => {
        found!.createdAt = '2026-11-29T12:05:01Z';
      },
      'it was made after Velero was done',
    ],
    [
      'it was never seen, and nobody knows when Velero was done',
      ({ restore }) => {
        restore.completedAt = undefined;
      },
      'it was made after Velero was done',
    ],
  ])('keeps it when %s', (_name, change, because) => {
    const one = removal();
    change(one);
    expect(judgeRemoval(one)).toEqual({ verdict: 'keep', because });
  });
});
