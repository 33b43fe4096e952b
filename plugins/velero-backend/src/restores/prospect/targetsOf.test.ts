import {
  RestoreSnapshot,
  RestoreVerdict,
} from 'backstage-plugin-velero-common';
import { targetsOf } from './targetsOf';

function targets(pairs: object[], spec?: object) {
  return targetsOf({
    snapshot: { pairs } as unknown as RestoreSnapshot,
    verdict: { spec } as unknown as RestoreVerdict,
  });
}

describe('targetsOf', () => {
  it.each<[string, object[], object | undefined, object[]]>([
    [
      'pairs, of which one is new',
      [
        { source: 'a', target: { name: 'a', uid: '1' } },
        { source: 'b', target: { name: 'b-copy' } },
      ],
      { includedNamespaces: ['a', 'b'] },
      [
        { source: 'a', target: 'a', mayHold: true },
        { source: 'b', target: 'b-copy', mayHold: false },
      ],
    ],
    [
      'a whole backup',
      [],
      { includedNamespaces: ['a'] },
      [{ source: 'a', target: 'a', mayHold: true }],
    ],
    ['a whole backup that is refused', [], undefined, []],
  ])('names the namespaces of %s', (_name, pairs, spec, expected) => {
    expect(targets(pairs, spec)).toEqual(expected);
  });
});
