import { KindFate, writesPodVolumes } from '../kindsToRestore';
import { RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** Pods that are named; of more there are too many to read. */
const MAXIMUM_NAMED = 5;

/**
 * Annotations of a pod in the backup have Velero run commands in it, whatever the Restore says. Where the policy allows
 * none, pods stay out; where data has to be written into their volumes there is no restore without them.
 */
export function checkHooks(
  restoreCase: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  const pods = fates.find(({ resource }) => resource === 'pods');
  const { hooks } = restoreCase.snapshot;
  if (!pods || (pods.left && pods.left !== 'hooks') || hooks?.length === 0) {
    return [];
  }
  const what = hooks
    ? `These pods have Velero run commands when they are restored: ${namesOf(
        hooks,
      )}`
    : 'It is not known whether pods in the backup have Velero run commands';
  if (!pods.left) {
    return [warn('hooks', what)];
  }
  return writesPodVolumes(restoreCase)
    ? [
        stop(
          'hooks',
          `${what}; the policy does not allow it, and the data of volumes comes back only with their pods`,
          'Restore without volumes, or ask an administrator',
        ),
      ]
    : [
        warn(
          'hooks',
          `${what}; the policy does not allow it, so pods are left to their controllers`,
        ),
      ];
}

function namesOf(hooks: Array<{ namespace: string; pod: string }>): string {
  const names = hooks.map(({ namespace, pod }) => `${namespace}/${pod}`);
  const more = names.length - MAXIMUM_NAMED;
  return [
    ...names.slice(0, MAXIMUM_NAMED),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}
