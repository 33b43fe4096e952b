import { Lifecycle, Outcome } from 'backstage-plugin-velero-common';

/** The kinds of files that the portal asks Velero for, as DownloadRequests name them. */
export type ArtifactKind =
  | 'BackupLog'
  | 'BackupResults'
  | 'BackupResourceList'
  | 'BackupVolumeInfos'
  | 'BackupContents'
  | 'RestoreLog'
  | 'RestoreResults'
  | 'RestoreResourceList'
  | 'RestoreVolumeInfo';

/** What each file is called in sentences for users. */
export const NOUNS: Record<ArtifactKind, string> = {
  BackupLog: 'log',
  BackupResults: 'file of results',
  BackupResourceList: 'list of resources',
  BackupVolumeInfos: 'list of volumes',
  BackupContents: 'archive',
  RestoreLog: 'log',
  RestoreResults: 'file of results',
  RestoreResourceList: 'list of resources',
  RestoreVolumeInfo: 'list of volumes',
};

/** What Velero stores files of. */
export type RunType = 'backup' | 'restore';

/** What is asked of a backup or restore before its files are fetched. */
export interface ArtifactSource {
  type: RunType;
  cluster: string;
  veleroNamespace: string;
  name: string;
  uid?: string;
  lifecycle: Lifecycle;
  outcome?: Outcome;
  startedAt?: string;
  failureReason?: string;
  location?: { name: string };
  /** Those of the reader's namespaces that it touches. */
  namespaces: string[];
  /** True when it also touches, or may touch, namespaces of others. */
  shared: boolean;
}

/** The backup or restore whose files are asked for. */
export interface ArtifactOwner {
  type: RunType;
  cluster: string;
  veleroNamespace: string;
  name: string;
  /** Tells those of one name apart that came one after the other. */
  uid?: string;
  /** The name of its storage location. */
  location?: string;
  /** True when its files will not change any more. */
  settled: boolean;
}
