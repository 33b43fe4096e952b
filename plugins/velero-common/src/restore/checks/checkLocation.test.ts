import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

describe('checkLocation', () => {
  it.each<[string, Change, string[]]>([
    ['available', () => {}, ["ok: Storage location 'archive' is available"]],
    [
      'gone',
      ({ snapshot }) => {
        snapshot.location = undefined;
      },
      [
        'stop: The storage location of the backup is not there any more → Have it made again, or restore by way of another cluster that reads the same place',
      ],
    ],
    [
      'not checked',
      ({ snapshot }) => {
        snapshot.location!.phase = '';
      },
      [
        "stop: Storage location 'archive' is not checked yet → Have Velero check it, and its credential and bucket set right",
      ],
    ],
    [
      'unavailable',
      ({ snapshot }) => {
        Object.assign(snapshot.location!, {
          phase: 'Unavailable',
          message: 'no such bucket',
        });
      },
      [
        "stop: Storage location 'archive' is Unavailable: no such bucket → Have Velero check it, and its credential and bucket set right",
      ],
    ],
  ])('judges a location that is %s', (_name, change, expected) => {
    expect(findingsOn(change, 'location')).toEqual(expected);
  });
});
