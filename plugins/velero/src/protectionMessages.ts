/** The text that says whether a service is protected, as a part of {@link veleroTranslationRef}. */
export const protectionMessages = {
  title: 'Protection',
  state: {
    protected: 'Protected',
    late: 'Late',
    failing: 'Failing',
    partial: 'Partly protected',
    unprotected: 'Not protected',
    unknown: 'Not known',
  },
  fact: {
    state: 'State',
    lastGoodCopy: 'Last good copy',
    nextRun: 'Next backup',
    target: 'At most this old',
  },
  none: 'none',
  noTarget: 'nothing is asked for',
  target: {
    annotation: '{{duration}}, says the annotation of the entity',
    policy: '{{duration}}, says the policy for its tier',
    schedule: '{{duration}}, by the interval of the schedule',
  },
  history: 'The last 30 days, in UTC',
  day: {
    ok: 'good copies of everything',
    partial: 'copies with gaps',
    failed: 'all backups failed',
    none: 'no backups',
    unknown: 'not known',
  },
  dayCount: {
    ok_one: '{{count}} good',
    ok_other: '{{count}} good',
    partial_one: '{{count}} with gaps',
    partial_other: '{{count}} with gaps',
    failed_one: '{{count}} failed',
    failed_other: '{{count}} failed',
  },
  namespaceIn: '{{namespace}} in {{cluster}}',
  coveredBy: 'What covers {{namespace}}',
  gaps: 'What is missing',
  column: {
    schedule: 'Covered by',
    holds: 'Takes',
    cron: 'When',
    lastGoodCopy: 'Last good copy',
    nextRun: 'Next run',
  },
  all: 'All of it',
  part: 'A part of it',
  inactive: 'makes no backups',
  wayOut: {
    addSchedule:
      'Ask your platform team for a schedule that includes this namespace.',
    unpause: 'Resume the schedule: velero schedule unpause.',
    mendSchedule:
      'The schedule itself has to be changed; until then it makes no backups.',
    mendTemplate:
      'The template of the schedule decides what is taken; have it changed if all is meant to be.',
    mendLocation: 'Have your platform team look at the storage location below.',
    mendDuration:
      'Correct or delete that object; the Velero server stands still until then, for everybody.',
    askForVolumes:
      'Only the objects come back, without what is in the volumes. Have snapshots or file copies switched on if they matter.',
    readResults:
      'Open that backup in the list of restore points to see what went wrong.',
    waitForCluster:
      'Nothing is known for sure until the cluster answers. This page recovers by itself.',
    installVelero: 'Have Velero installed in that cluster.',
    proveOwnership:
      'An administrator of the cluster has to confirm the owner; see above.',
    mendTarget: 'Write it like 24h or P1D. Until then it is not held to.',
    lookAtServer:
      'Have your platform team look whether the Velero server runs.',
  },
} as const;
