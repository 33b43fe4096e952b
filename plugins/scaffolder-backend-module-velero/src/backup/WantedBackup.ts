import { BackupRequest } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';

/** A backup as a template asks for it. */
export interface WantedBackup {
  velero: VeleroService;
  entityRef: string;
  request: BackupRequest;
  acceptPartiallyFailed: boolean;
}
