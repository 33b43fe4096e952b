import {
  noNamespace,
  ownNamespace,
  RestoreExample,
} from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

const NOBODY =
  'stop: The policy wants somebody else to agree, as another owner of all that is restored, and there is nobody → Ask for each namespace in a request of its own, or have the policy name somebody else';

const wanting =
  (...from: string[]): Change =>
  ({ policies }) => {
    policies[0].destinations.newNamespace!.approvals = [{ from, count: 1 }];
  };

const all =
  (...changes: Change[]): Change =>
  example =>
    changes.forEach(change => change(example));

const ofNobody: Change = ({ snapshot }) => {
  snapshot.pairs[0].origins[0].people = [];
};

describe('checkApprovals', () => {
  it.each<[string, Change, string[]]>([
    ['nobody has to agree', ofNobody, []],
    ['an owner has to, and there is one', wanting('owner'), []],
    [
      'an owner has to, and there is none',
      all(wanting('owner'), ofNobody),
      [NOBODY],
    ],
    [
      'an owner has to, and whoever asks is the only one',
      all(wanting('owner'), ({ snapshot }) => {
        snapshot.pairs[0].origins[0].people = ['user:default/ann'];
      }),
      [NOBODY],
    ],
    ['only whoever asks may', wanting('user:default/ann'), [NOBODY]],
    ['somebody else has to', wanting('user:default/bob'), []],
    [
      'an owner or somebody else has to',
      all(wanting('owner', 'platform'), ofNobody),
      [],
    ],
    [
      'an owner has to, and each namespace has another one',
      all(wanting('owner'), ({ snapshot }) => {
        snapshot.backup!.selection = { includes: [], excludes: [] };
        const origin = ownNamespace('prod-eu', 'docs');
        const people = ['group:default/docs'];
        snapshot.pairs.push({
          source: 'docs',
          target: { ...noNamespace('prod-eu', 'docs-restore-1'), proven: true },
          origins: [{ ...origin, people }],
        });
      }),
      [NOBODY],
    ],
    [
      'an owner of a whole backup has to',
      all(wanting('owner'), ({ wish, policies, snapshot }) => {
        wish.wholeBackup = 'nightly';
        snapshot.pairs = [];
        snapshot.requester.administrator = true;
        policies[0].destinations.wholeBackup!.approvals = [
          { from: ['owner'], count: 1 },
        ];
      }),
      [NOBODY],
    ],
  ])(
    'tells whether somebody could agree where %s',
    (_name, change, expected) => {
      expect(findingsOn(change, 'approvals')).toEqual(expected);
    },
  );
});
