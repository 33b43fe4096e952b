import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { pageMessages } from './pageMessages';

/** Title of the tab. An extension's title is fixed when the app starts, before a language is known. */
export const BACKUPS_TITLE = 'Backups';

/** All text that this plugin shows. Override its messages to translate or reword it. @public */
export const veleroTranslationRef = createTranslationRef({
  id: 'plugin.velero',
  messages: {
    actions: {
      retry: 'Try again',
      copy: 'Copy {{what}}',
      copyCommand: 'Copy the command',
      firstPage: 'To the first page',
      resetFilters: 'Clear the filters',
    },
    time: {
      momentAgo: 'just now',
      minutesAgo: '{{count}} min ago',
      hoursAgo_one: '{{count}} hour ago',
      hoursAgo_other: '{{count}} hours ago',
      daysAgo: '{{count}} days ago',
      inAMoment: 'in a moment',
      inMinutes: 'in {{count}} min',
      inHours_one: 'in {{count}} hour',
      inHours_other: 'in {{count}} hours',
      inDays: 'in {{count}} days',
    },
    freshness: {
      panel: 'Clusters',
      title: 'How fresh this is, per cluster',
      named: '{{title}} ({{name}})',
      asOf: 'as of {{time}}, {{relative}}',
      never: 'never read so far',
      summary_one: '{{live}} of {{count}} cluster live.',
      summary_other: '{{live}} of {{count}} clusters live.',
      state: {
        live: 'Live',
        syncing: 'Reading the first list',
        stale: 'Stale',
        unreachable: 'Unreachable',
        unauthorized: 'Credential refused',
        forbidden: 'Right missing',
        'not-installed': 'Velero not installed',
      },
      noneLive:
        'No cluster is live at the moment. What you see is as it was when they last answered.',
      partial:
        'Only {{live}} of {{total}} clusters are live. What the others hold is shown as it was when they last answered.',
    },
    backups: {
      title: 'Restore points',
      noun: 'restore points',
      caption: 'Restore points, newest first',
      total_one: '{{count}} restore point',
      total_other: '{{count}} restore points',
      page: 'Page {{page}}',
      pageSize: 'Rows a page',
      paging: 'Pages of restore points',
      first: 'First page',
      previous: 'Previous page',
      next: 'Next page',
      filters: 'Filter restore points',
      anyValue: 'Any',
      filter: {
        cluster: 'Cluster',
        phase: 'Status',
        schedule: 'Schedule',
        location: 'Location',
      },
      column: {
        name: 'Name',
        cluster: 'Cluster',
        status: 'Status',
        started: 'Started',
        duration: 'Duration',
        expires: 'Expires',
        problems: 'Errors / warnings',
        schedule: 'Schedule',
        location: 'Location',
      },
      openDetails: 'Details of {{name}} in {{cluster}}',
      madeBy: 'made by {{cluster}}',
      madeElsewhere: 'made by another cluster',
      shared: 'shared',
      sharedHint: 'Contains your namespaces, and also others.',
      readOnly: 'ReadOnly',
      noSchedule: 'by hand',
      notStarted: 'not started',
      unknownExpiry: 'not known',
      unknownPhase: 'Not yet seen by Velero',
      progress: '{{done}} of {{total}} items',
      progressLabel: 'Progress of {{name}}',
      queued: 'place {{position}} in the queue',
      errorCount_one: '{{count}} error',
      errorCount_other: '{{count}} errors',
      warningCount_one: '{{count}} warning',
      warningCount_other: '{{count}} warnings',
      noProblems: 'none',
    },
    backupNow: {
      button: 'Back up now',
      title: 'Back up now',
      cluster: 'Cluster',
      server: '{{cluster}}, Velero in {{namespace}}',
      namespaces: 'Namespaces in {{cluster}}',
      noNamespace: 'Choose at least one namespace.',
      unproven:
        'Ownership is not proven. The page behind says how an administrator proves it.',
      location: 'Storage location',
      noLocation:
        'No storage location can be used at the moment, so no backup can be made. Have your platform team look at them.',
      keepFor: 'Keep for, as 720h',
      keptUntil: 'Kept until {{time}}',
      volumes: 'Volumes',
      volumesChoice: {
        default: 'As Velero is set up',
        none: 'Without volumes',
      },
      volumesHint: {
        default: 'Snapshots or copies of files, where the server makes them.',
        none: 'Only the objects. Copies of files are made all the same where a pod asks for them by an annotation.',
      },
      left: '{{left}} of {{limit}} backups left that you can make within an hour.',
      noneLeft:
        'You have made all {{limit}} backups that are possible within an hour. The next one is possible at {{time}}.',
      notLive: 'Cluster {{cluster}} cannot be asked at the moment',
      cancel: 'Cancel',
      submit: 'Make the backup',
      sending: 'Asking the cluster',
      close: 'Close',
      error: {
        refused: 'No backup was made',
        limit: 'No backup was made: too many in this hour',
        notKnown:
          'It is not known whether the backup was made. Sending it again as it is makes no second one.',
      },
      accepted: 'Cluster {{cluster}} has taken backup {{name}}.',
      progress: 'Progress of the backup',
      notSeenYet: 'Waiting for Velero to see it',
      goesOn: 'You can close this; Velero goes on.',
      openPage: 'Open the page of this backup',
      end: {
        ok: 'The backup is complete, and can be restored from.',
        partial:
          'A part of it is missing. Open it in the list of restore points to see what.',
        failed: 'It failed, and cannot be restored from.',
        invalid: 'Velero refused it. Nothing was backed up.',
      },
    },
    details: {
      title: 'Details of a backup',
      unknown: 'not known',
      status: 'Status',
      problems: 'Errors / warnings',
      items: 'Items',
      namespaces: 'Your namespaces in it',
      shared: 'Shared with others',
      sharedYes:
        'Yes. It also contains, or may contain, namespaces of others; only what concerns you is shown.',
      sharedNo: 'No, it contains only your namespaces.',
      started: 'Started',
      completed: 'Completed',
      notCompleted: 'not completed',
      duration: 'Duration',
      expires: 'Expires',
      ttl: 'Kept for',
      cluster: 'Cluster',
      veleroNamespace: 'Velero runs in',
      origin: 'Origin',
      originHere: 'made by this cluster',
      schedule: 'Schedule',
      location: 'Location',
      failureReason: 'Velero says why it failed',
      validationErrors: 'Velero refused it',
      labels: 'Labels',
      cut: 'Only the beginning is shown: it is too long for this page.',
    },
    page: pageMessages,
    schedules: {
      title: 'Schedules',
      noun: 'schedules',
      caption: 'Schedules that take in these namespaces',
      empty:
        'No schedule takes in these namespaces. Nothing is backed up by itself.',
      column: {
        name: 'Name',
        cluster: 'Cluster',
        status: 'Status',
        cron: 'When',
        lastBackup: 'Last backup',
        ttl: 'Kept for',
        location: 'Location',
        namespaces: 'Namespaces',
      },
      paused: 'Paused',
      neverRan: 'never',
      defaultValue: 'default',
    },
    restores: {
      title: 'Restores',
      noun: 'restores',
      caption: 'Restores of these namespaces, newest first',
      empty: 'No restore has touched these namespaces.',
      column: {
        name: 'Name',
        cluster: 'Cluster',
        status: 'Status',
        started: 'Started',
        backup: 'From backup',
        namespaces: 'Namespaces',
        existing: 'What existed',
        problems: 'Errors / warnings',
      },
      openDetails: 'Details of restore {{name}} in {{cluster}}',
      noBackup: 'not known',
      mapped: '{{source}} → {{target}}',
      somebodyElses: 'a namespace of others',
      kept: 'was kept',
      updated: 'was updated',
    },
    locations: {
      title: 'Storage locations',
      noun: 'storage locations',
      caption: 'Storage locations of these backups',
      empty: 'No storage location is known in these clusters.',
      column: {
        name: 'Name',
        cluster: 'Cluster',
        status: 'Status',
        service: 'Provider and costs',
        place: 'Bucket and prefix',
        access: 'Access',
        validated: 'Last checked',
        synced: 'Last synced',
      },
      default: 'default',
      notValidated: 'Not yet checked by Velero',
      unknownPlace: 'not known',
      never: 'never',
      costs: {
        freeEgress: 'Egress free',
        egress: 'Egress {{price}}/GB',
        storage: 'Storage {{price}}/GB a month',
        byRegion: 'Prices depend on the region',
        source: 'List prices of {{service}}, {{asOf}}',
      },
    },
    running: {
      title: 'Running now',
      caption: 'Backups that wait or run',
      since: 'Since',
      notStarted: 'not started',
    },
    ownership: {
      title_one: 'Ownership of a namespace is not proven',
      title_other: 'Ownership of {{count}} namespaces is not proven',
      explanation:
        'Backups are shown to the owners of a namespace only, and the cluster does not confirm that you are one of them. If you should be, ask an administrator of the cluster to run:',
      anyCluster: '{{namespace}} in any cluster',
      inCluster: '{{namespace}} in {{cluster}}',
    },
    missingAnnotation:
      'This entity claims no namespace yet. One annotation is enough: the namespace alone as {{namespaceAnnotation}}, or cluster and namespace as {{clusterAnnotation}}.',
    states: {
      loading: 'Loading {{what}}',
      shown: '{{shown}} of {{total}} shown',
      empty: {
        title: 'No restore points yet',
        description:
          'No backup takes in the namespaces of this entity. Ask for a schedule, or make one with the Velero CLI:',
      },
      filteredEmpty: {
        title: 'No restore point matches these filters',
        description: 'Clear them to see all that is known.',
      },
      noCluster: {
        title: 'No cluster is known for these namespaces',
        description:
          'The portal collects from no cluster that this entity names. Compare its annotations with the clusters that the portal knows.',
      },
      syncing: {
        title: 'The first list is being read',
        description:
          'The portal has just begun to read these clusters: {{clusters}}. Their {{what}} appear here by themselves.',
      },
      notInstalled: {
        title: 'Velero is not installed',
        description:
          'These clusters answer, but have no Velero: {{clusters}}. Install it there, and its backups appear here by themselves.',
      },
      forbidden: {
        title: 'The portal lacks a right in the cluster',
        description:
          'An administrator has to grant it before anything can be shown.',
      },
      unreachable: {
        title: 'No cluster can be asked at the moment',
        description:
          'Whether there are {{what}} is not known. This page recovers by itself as soon as a cluster answers.',
      },
      partialEmpty: {
        title: 'No {{what}} are known so far',
        description:
          'Not all clusters can be asked, so there may be some: {{live}} of {{total}} clusters are live.',
      },
      pastTheEnd: {
        title: 'Nothing is left on this page',
        description: 'Restore points have gone since it was opened.',
      },
      staleRows:
        'Could not ask again: {{reason}} What you see is as of {{time}}.',
    },
    errors: {
      notAllowed: {
        title: 'You are not allowed to see this',
        description: 'Ask the owner of the portal for the right: {{reason}}',
      },
      notFound: { title: 'Not found' },
      invalid: { title: 'This cannot be asked for' },
      failed: { title: 'The portal could not get an answer' },
    },
    protection: {
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
        mendLocation:
          'Have your platform team look at the storage location below.',
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
    },
    card: {
      title: 'Backups',
      unproven_one: 'Ownership of {{count}} namespace is not proven.',
      unproven_other: 'Ownership of {{count}} namespaces is not proven.',
      link: 'View all backups',
    },
  },
});
