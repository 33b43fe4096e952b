import { BackupOption } from 'backstage-plugin-velero-common';
import { OwnedNamespace } from '../store/NamespaceStore';

/** A Velero server that can back namespaces up, and where to. */
export interface BackupTarget
  extends Pick<
    BackupOption,
    'cluster' | 'veleroNamespace' | 'locations' | 'storageLocation'
  > {
  /** All namespaces of the cluster that Velero works in. */
  veleroNamespaces: string[];
}

/** Finds where backups of namespaces can go. Asks the store, never a cluster. */
export interface BackupTargets {
  /**
   * Gives the Velero servers of the namespaces' clusters. Of their locations those are given that hold or will hold the
   * namespaces anyway, by a backup or schedule, and the server's default: any other may be somebody else's bucket, whose
   * owner would get what is in the backup.
   */
  find(namespaces: OwnedNamespace[]): Promise<BackupTarget[]>;
}
