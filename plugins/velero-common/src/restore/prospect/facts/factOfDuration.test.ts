import { factOn, ProspectChange } from '../../__testUtils__/prospectOn';
import { EarlierRestore } from '../RestoreProspect';

describe('factOfDuration', () => {
  const restore = (more: Partial<EarlierRestore>): EarlierRestore => ({
    namespaces: ['other'],
    items: 5,
    withVolumes: true,
    seconds: 240,
    ...more,
  });

  const after =
    (...earlier: EarlierRestore[]): ProspectChange =>
    ({ prospect }) => {
      prospect.earlier = earlier;
    };

  const NOT_KNOWN =
    'Not known: no restore of these namespaces, or of a similar size, has ended in the cluster yet';

  it.each<[string, ProspectChange, string, number | undefined]>([
    ['nothing', () => {}, NOT_KNOWN, undefined],
    [
      'restores of the same namespaces first',
      after(
        restore({ namespaces: ['shop'], seconds: 60 }),
        restore({ namespaces: ['shop'], seconds: 600 }),
        restore({ namespaces: ['shop'], seconds: 120 }),
        restore({ seconds: 9_000 }),
      ),
      'About 2 minutes: the median of 3 restores of the same namespaces',
      120,
    ],
    [
      'an even number of them',
      after(
        restore({ namespaces: ['shop'], seconds: 10 }),
        restore({ namespaces: ['shop'], seconds: 20 }),
      ),
      'Less than a minute: the median of 2 restores of the same namespaces',
      15,
    ],
    [
      'the same schedule next',
      example => {
        after(
          restore({ schedule: 'daily', seconds: 180 }),
          restore({ seconds: 60 }),
        )(example);
        example.prospect.schedule = 'daily';
      },
      'About 3 minutes: the median of 1 restore from the same schedule and of a similar size',
      180,
    ],
    [
      'not those without a schedule as from the same',
      after(restore({})),
      'About 4 minutes: the median of 1 restore of a similar size in the cluster',
      240,
    ],
    [
      'neither larger ones nor those of unknown size',
      after(restore({ items: 106 }), restore({ items: undefined })),
      NOT_KNOWN,
      undefined,
    ],
    [
      'large ones up to twice the size',
      example => {
        example.snapshot.contents.kinds![0].count = 998;
        after(restore({ items: 2_000 }), restore({ items: 2_001 }))(example);
      },
      'About 4 minutes: the median of 1 restore of a similar size in the cluster',
      240,
    ],
    [
      'large ones down to half the size',
      example => {
        example.snapshot.contents.kinds![0].count = 998;
        after(restore({ items: 500 }), restore({ items: 499 }))(example);
      },
      'About 4 minutes: the median of 1 restore of a similar size in the cluster',
      240,
    ],
    [
      'not those without volumes',
      after(restore({ namespaces: ['shop'], withVolumes: false })),
      NOT_KNOWN,
      undefined,
    ],
    [
      'those of a whole backup by its namespaces',
      example => {
        after(restore({ namespaces: ['shop'] }))(example);
        const { snapshot, wish } = example;
        wish.wholeBackup = 'nightly';
        wish.namespaces = [];
        snapshot.pairs = [];
        snapshot.requester.administrator = true;
        snapshot.contents.namespaces = ['shop', 'kube-system'];
      },
      'About 4 minutes: the median of 1 restore of the same namespaces',
      240,
    ],
  ])('takes %s', (_name, change, words, seconds) => {
    const known = seconds !== undefined;
    expect(factOn(change, 'duration')).toEqual({
      id: 'duration',
      known,
      words,
      ...(known && { seconds }),
    });
  });
});
