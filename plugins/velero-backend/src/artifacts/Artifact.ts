/** The kinds of files that the portal asks Velero for, as DownloadRequests name them. */
export type ArtifactKind =
  | 'BackupLog'
  | 'BackupResults'
  | 'BackupResourceList'
  | 'BackupVolumeInfos';

/** What each file is called in sentences for users. */
export const NOUNS: Record<ArtifactKind, string> = {
  BackupLog: 'log',
  BackupResults: 'file of results',
  BackupResourceList: 'list of resources',
  BackupVolumeInfos: 'list of volumes',
};

/** The backup whose files are asked for. */
export interface ArtifactOwner {
  cluster: string;
  veleroNamespace: string;
  name: string;
  /** Tells backups of one name apart that came one after the other. */
  uid?: string;
  /** The name of its storage location. */
  location?: string;
  /** True when its files will not change any more. */
  settled: boolean;
}
