import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { backupNowMessages } from './backupNowMessages';
import { onboardingMessages } from './onboardingMessages';
import { pageMessages } from './pageMessages';
import { protectionMessages } from './protectionMessages';
import { restoreDrillMessages } from './restoreDrillMessages';
import { restoreRequestMessages } from './restoreRequestMessages';
import { restoreWizardMessages } from './restoreWizardMessages';

/** Title of the tab. An extension's title is fixed when the app starts, before a language is known. */
export const BACKUPS_TITLE = 'Backups';

/** Title of the pages that belong to no entity, for the same reason. */
export const PAGES_TITLE = 'Restores';

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
    backupNow: backupNowMessages,
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
    onboarding: onboardingMessages,
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
    restoreRequest: restoreRequestMessages,
    restoreDrill: restoreDrillMessages,
    restoreWizard: restoreWizardMessages,
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
    protection: protectionMessages,
    card: {
      title: 'Backups',
      unproven_one: 'Ownership of {{count}} namespace is not proven.',
      unproven_other: 'Ownership of {{count}} namespaces is not proven.',
      link: 'View all backups',
    },
  },
});
