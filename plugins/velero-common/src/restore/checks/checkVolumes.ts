import { staysEmpty } from '../drill/DrillContents';
import { comesFromElsewhere } from '../destinationOf';
import { isThereToSee } from '../isThereToSee';
import { writesPodVolumes } from '../kindsToRestore';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { SnapshotVolume } from '../RestoreSnapshot';
import { knowsClaims, writesOverClaims } from '../writesOverClaims';

/** What becomes of the data of volumes. */
export function checkVolumes(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, policy, snapshot, keepsClaims } = restoreCase;
  if (keepsClaims && wish.volumes === 'none') {
    return [keptFinding(restoreCase, 'Claims and pods')];
  }
  if (wish.volumes === 'none') {
    return [
      ok(
        'volumes',
        'Volumes are left out by choice, and with them claims and pods; controllers make their pods anew, which wait for claims that are not there',
      ),
    ];
  }
  if (!policy.volumes) {
    return [
      stop(
        'volumes',
        'The policy does not let volumes be restored',
        'Restore without volumes',
      ),
    ];
  }
  const { volumes } = snapshot;
  if (keepsClaims && !volumes) {
    return [
      stop(
        'contents',
        'It is not known which volumes are in the backup, and so not whether their data would come back',
        'Try again, restore to a new namespace, or restore without volumes',
      ),
    ];
  }
  return [
    ...inPlaceFindings(restoreCase),
    ...(volumes?.map(volume => volumeFinding(restoreCase, volume)) ?? [
      warn('volumes', 'It is not known which volumes are in the backup'),
    ]),
  ];
}

function keptFinding(restoreCase: RestoreCase, what: string): RestoreCheck {
  const remedy = 'Restore to a new namespace to get the data of volumes';
  return warn(
    'volumes',
    `${what} are left out: for pods that come back Velero would write files of the backup over those in claims that are there`,
    {
      remedy: knowsClaims(restoreCase)
        ? remedy
        : `${remedy}. Whether there are claims the portal may not look: have it get the bundle deploy/rbac/preview`,
    },
  );
}

function inPlaceFindings(restoreCase: RestoreCase): RestoreCheck[] {
  const { pairs, volumes = [] } = restoreCase.snapshot;
  if (restoreCase.keepsClaims) {
    return [keptFinding(restoreCase, 'Pods')];
  }
  if (writesOverClaims(restoreCase) && writesPodVolumes(restoreCase)) {
    return [
      warn(
        'volumes',
        'Files in claims that are there are written over with those of the backup, for each pod that comes back; this cannot be undone',
        {
          remedy:
            'Stop what uses the claims before, or restore to a new namespace',
        },
      ),
    ];
  }
  return pairs.some(isThereToSee) && volumes.length > 0
    ? [
        warn(
          'volumes',
          'Claims that are there keep the data that they have: snapshots are not put back into them',
          {
            remedy: 'Restore to a new namespace to get the data of the backup',
          },
        ),
      ]
    : [];
}

function volumeFinding(
  { wish, policy, snapshot }: RestoreCase,
  volume: SnapshotVolume,
): RestoreCheck {
  const { namespace, claim, method, dataMoved } = volume;
  const subject = `${namespace}/${claim}`;
  if (!method) {
    return warn(
      'volumes',
      `The data of claim ${subject} was not saved: it comes back empty, or with the disk that it had`,
      { subject },
    );
  }
  if (wish.drill && staysEmpty(volume, policy.drills.workloads)) {
    return warn(
      'volumes',
      `The data of claim ${subject} is written through its pod, which the drill leaves out: it stays empty`,
      { subject },
    );
  }
  const travels = method === 'PodVolumeBackup' || dataMoved;
  return travels || !snapshot.pairs.some(comesFromElsewhere)
    ? ok('volumes', `The data of claim ${subject} comes back`, subject)
    : warn(
        'volumes',
        `The data of claim ${subject} is a snapshot in the cloud of the cluster that made it, which another cluster may not reach`,
        { subject },
      );
}
