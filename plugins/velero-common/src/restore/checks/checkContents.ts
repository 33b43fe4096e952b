import {
  clusterScopedOf,
  countOf,
  KindFate,
  LeftBecause,
  resourcesToName,
} from '../kindsToRestore';
import { isOrAre } from '../isOrAre';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { RestoreWish } from '../RestoreWish';

/** Of the others nobody has to be told. */
const REASONS: Partial<Record<LeftBecause, string>> = {
  'not-served': 'the cluster does not know the kind',
  policy: 'the policy leaves the kind out',
  'cluster-scoped':
    'they live in no namespace, and the policy does not let them',
  velero: 'Velero never restores them',
  'no-volumes': 'volumes are left out',
  'keeps-claims': 'files in claims that are there stay as they are',
  hooks: 'the policy allows no hooks',
  drill: 'a drill runs nothing, and reaches nothing outside',
};

/** What is in the backup, what of it comes back, and what does not and why. */
export function checkContents(
  restoreCase: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  const { problem } = restoreCase.snapshot.contents;
  if (problem !== undefined) {
    return [
      stop(
        'contents',
        `It is not known what is in the backup: ${problem}`,
        'Try again; without its list of objects nothing is restored',
      ),
    ];
  }
  return [
    ...countFindings(fates),
    ...silentFindings(fates),
    ...leftFindings(restoreCase, fates),
    ...missingFindings(restoreCase, fates),
    ...clusterScopedFindings(restoreCase, fates),
  ];
}

function countFindings(fates: KindFate[]): RestoreCheck[] {
  const restored = fates.filter(({ left }) => !left);
  const count = countOf(restored);
  return count > 0
    ? [
        ok(
          'contents',
          `${count} objects of ${restored.length} kinds are in the backup to be restored, as far as labels do not narrow them`,
        ),
      ]
    : [
        stop(
          'contents',
          'Nothing of what is asked for is in the backup',
          'Choose another restore point, or other kinds',
        ),
      ];
}

/** What is in the backup would be missing, and nobody would know why. */
function silentFindings(fates: KindFate[]): RestoreCheck[] {
  return fates
    .filter(({ left }) => left === 'silent-group')
    .map(({ groupVersionKind, count }) =>
      stop(
        'kinds',
        `${count} of ${groupVersionKind} ${isOrAre(
          count,
        )} in the backup, and the cluster does not tell now whether it knows the kind`,
        'Try again; when it stays so, an APIService of the cluster does not answer',
        groupVersionKind,
      ),
    );
}

/** Once for each kind, so that nobody looks for it in vain afterwards. */
function leftFindings(
  { wish }: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  return fates.flatMap(({ left, resource, groupVersionKind, count }) =>
    left && REASONS[left] && !isByChoice(wish, left, resource)
      ? [
          warn(
            'kinds',
            `${count} of ${resource ?? groupVersionKind} ${isOrAre(
              count,
            )} not restored: ${REASONS[left]}`,
            { subject: resource ?? groupVersionKind },
          ),
        ]
      : [],
  );
}

/** That volumes are left out is said once; whoever names a kind all the same has to know. */
function isByChoice(
  { kinds = [] }: RestoreWish,
  left: LeftBecause,
  resource: string | undefined,
): boolean {
  return left === 'no-volumes' && !kinds.includes(resource ?? '');
}

function missingFindings(
  { wish }: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  const known = fates.map(({ resource }) => resource);
  return (wish.kinds ?? [])
    .filter(kind => !known.includes(kind))
    .map(kind =>
      warn('kinds', `Nothing of ${kind} is in the backup`, { subject: kind }),
    );
}

/**
 * They are restored from the whole backup, whoever they belong to, and with them the volumes of others if volumes were
 * wished as well.
 */
function clusterScopedFindings(
  restoreCase: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  const names = clusterScopedOf(restoreCase, resourcesToName(fates));
  if (names.length === 0) {
    return [];
  }
  const { wish } = restoreCase;
  return wish.volumes === 'restore' && wish.wholeBackup === undefined
    ? [
        stop(
          'cluster-scoped',
          `${names.join(', ')} cannot be restored together with volumes`,
          'Ask for them in a request of their own, without volumes',
        ),
      ]
    : [
        warn(
          'cluster-scoped',
          `All of ${names.join(
            ', ',
          )} that is in the backup is restored, also what others need`,
        ),
      ];
}
