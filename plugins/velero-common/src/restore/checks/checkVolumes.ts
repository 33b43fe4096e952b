import { staysEmpty } from '../drill/DrillContents';
import { comesFromElsewhere } from '../destinationOf';
import { isThereToSee } from '../isThereToSee';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { SnapshotVolume } from '../RestoreSnapshot';
import { claimsWrittenOver, mayWriteOverClaims } from '../writesOverClaims';

/** Claims that are named; of more there are too many to read. */
const MAXIMUM_NAMED = 5;

/** What becomes of the data of volumes. */
export function checkVolumes(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, policy, snapshot, keptClaims } = restoreCase;
  if (keptClaims) {
    return [keptFinding(keptClaims)];
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
  if (wish.existing === 'none' && mayWriteOverClaims(restoreCase)) {
    return [
      stop(
        'contents',
        'It is not known which volumes are in the backup, and so not whether files in claims that are there would be written over',
        'Try again, restore to a new namespace, or restore without volumes',
      ),
    ];
  }
  const { volumes } = snapshot;
  return [
    ...inPlaceFindings(restoreCase),
    ...(volumes?.map(volume => volumeFinding(restoreCase, volume)) ?? [
      warn('volumes', 'It is not known which volumes are in the backup'),
    ]),
  ];
}

function keptFinding(volumes: SnapshotVolume[]): RestoreCheck {
  const remedy = 'Restore to a new namespace to get the data of volumes';
  return warn(
    'volumes',
    `Claims and pods are left out: pods that come back would have files of the backup written over those in ${namesOf(
      volumes,
    )}`,
    {
      remedy: volumes.some(({ there }) => there === undefined)
        ? `${remedy}. Whether these claims are there the portal may not look: have it get the bundle deploy/rbac/preview`
        : remedy,
    },
  );
}

function namesOf(volumes: SnapshotVolume[]): string {
  const more = volumes.length - MAXIMUM_NAMED;
  return [
    ...volumes
      .slice(0, MAXIMUM_NAMED)
      .map(({ namespace, claim }) => `${namespace}/${claim}`),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}

function inPlaceFindings(restoreCase: RestoreCase): RestoreCheck[] {
  const { pairs, volumes = [] } = restoreCase.snapshot;
  const writtenOver = claimsWrittenOver(restoreCase);
  if (writtenOver.length > 0) {
    return [
      warn(
        'volumes',
        `Files in ${namesOf(
          writtenOver,
        )} are written over with those of the backup, for each pod that comes back; this cannot be undone`,
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
