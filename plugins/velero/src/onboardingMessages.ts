/** The text of the fields of templates, as a part of {@link veleroTranslationRef}. */
export const onboardingMessages = {
  loading: 'Asking the portal …',
  problems: {
    clusters: 'Choose at least one namespace',
    provider: 'Choose the provider of the storage',
    credential: 'Fill in the credential, or name a Secret that is there',
    plan: 'There is no plan yet that can be applied: see what stands in its way, or look at the changes',
  },
  clusters: {
    ownerFirst:
      'Choose the owner first: it decides which namespaces can be chosen.',
    none: 'The portal knows no cluster.',
    named: '{{title}} ({{name}})',
    nothingProven:
      'No namespace here can be chosen: it has to be proven to be of {{owner}}, by the annotation backstage.io/owner: {{owner}} on the namespace, which an administrator of the cluster sets, and you have to be of that owner.',
    others_one: '{{count}} other namespace is not proven to be of {{owner}}.',
    others_other:
      '{{count}} other namespaces are not proven to be of {{owner}}.',
    unavailable: {
      'not-allowed':
        'It is proven to be of {{owner}}, but you lack the permission velero.tenant.onboard here.',
      'not-member':
        'It is claimed for {{owner}}, and you are not of that owner.',
      'not-proven': 'The cluster does not confirm that it is of {{owner}}.',
      'other-owner': 'It is proven to be of {{owners}}.',
    },
    howToProve: 'An administrator of the cluster proves it: {{command}}',
    cut: 'More cannot be chosen than is shown here.',
    notLive: 'Cannot be asked at the moment: {{reason}}',
    prefix: 'Prefix in the bucket for {{cluster}}',
    prefixHint: 'Derived from the cluster when nothing is said.',
  },
  storage: {
    provider: 'Provider',
    chooseProvider: 'Choose a provider',
    limits: 'What matters for backups',
    limitSource: 'source',
    bucket: 'Bucket',
    bucketHint: '{{bucket}} when nothing is said. It has to be there already.',
    check: 'Is this place free?',
    free: '{{place}} is free for the backups of {{cluster}}',
    waiting:
      'Fill in the fields above, and the portal says whether the place is free.',
  },
  credential: {
    title: 'Credential',
    given: 'Type it in here',
    givenHint:
      'It becomes a Secret in Velero’s namespace of each cluster. No log, message or form holds it.',
    existing: 'A Secret that is there already',
    existingHint: 'In Velero’s namespace of each cluster.',
    secretName: 'Name of the Secret',
    secretKey: 'Key in the Secret',
    version: 'Replace the key in use: number of the new version',
    versionHint:
      'Empty keeps the Secret that is in use. Its name, in the plan, ends with its version: where that is v1, give 2.',
    providerFirst: 'Choose the provider of the storage first.',
  },
  schedules: {
    title: 'Schedules',
    kind: {
      all: 'Everything',
      databases: 'Databases',
      secrets: 'Secrets',
      volumes: 'Volumes',
    },
    takes: 'Takes {{what}}',
    cron: 'When to back up {{kind}}, as a cron expression',
    keepFor: 'How long to keep {{kind}}, as 720h',
    labels: 'Labels of databases',
    labelsHint:
      'As app=postgres,tier=database; app.kubernetes.io/component=database when nothing is said.',
    labelsProblem: 'Write labels as app=postgres,tier=database',
    spread:
      'By {{cron}} when nothing is said; the minute follows from tenant and cluster, so that a fleet does not start at once.',
    kept: '{{keepFor}} when nothing is said.',
    next: '{{when}}. Next: {{runs}}',
  },
  plan: {
    refused: 'This cannot be done yet',
    ready: 'This can be done',
    incomplete: 'The steps before are not complete.',
    warnings: 'To know before',
    needs: 'What the clusters need besides',
    changes: 'What happens',
    cluster: 'Cluster',
    object: 'Object',
    change: 'Change',
    kinds: {
      create: 'is made',
      change: 'is changed',
      unchanged: 'stays as it is',
      remove: 'is removed',
    },
    field: '{{path}}: {{before}} → {{after}}',
    nothing: 'nothing',
    accept: 'I have looked at the changes of what is there, and want them',
    schedules: 'When, and what',
    objects: 'The objects as YAML',
    objectsOf: 'Objects in {{cluster}}',
    secretHidden: '{{cluster}}. The content of Secrets is never shown.',
  },
} as const;
