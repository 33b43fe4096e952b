import { staysEmpty } from '../drill/DrillContents';
import { comesFromElsewhere } from '../destinationOf';
import { isThereToSee } from '../isThereToSee';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { SnapshotVolume } from '../RestoreSnapshot';

/** What becomes of the data of volumes. Velero never puts data back into a volume that is there. */
export function checkVolumes(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, policy, snapshot } = restoreCase;
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
  if (!volumes) {
    return [warn('volumes', 'It is not known which volumes are in the backup')];
  }
  return [
    ...inPlaceFindings(restoreCase, volumes),
    ...volumes.map(volume => volumeFinding(restoreCase, volume)),
  ];
}

function inPlaceFindings(
  { snapshot }: RestoreCase,
  volumes: SnapshotVolume[],
): RestoreCheck[] {
  const isInPlace = snapshot.pairs.some(isThereToSee);
  return isInPlace && volumes.length > 0
    ? [
        warn(
          'volumes',
          'Claims that are there keep the data that they have: Velero never puts data back into them',
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
