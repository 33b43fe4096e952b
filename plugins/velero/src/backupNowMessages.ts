/** The text of the dialog that has a backup made, as a part of {@link veleroTranslationRef}. */
export const backupNowMessages = {
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
} as const;
