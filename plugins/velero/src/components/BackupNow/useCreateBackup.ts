import { useApi } from '@backstage/frontend-plugin-api';
import { BackupRequest, CreatedBackup } from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroApiRef } from '../../api/veleroApiRef';

export interface CreateBackup {
  pending: boolean;
  /** Why the last attempt came to nothing, or is not known to have come to something. */
  error?: Error;
  created?: CreatedBackup;
  send(request: BackupRequest): Promise<void>;
}

/** Sends the request. Nothing cuts it short: what the backend has begun would go on anyway. */
export function useCreateBackup(entityRef: string): CreateBackup {
  const api = useApi(veleroApiRef);
  const [state, setState] = useState<Omit<CreateBackup, 'send'>>({
    pending: false,
  });
  const send = async (request: BackupRequest) => {
    setState({ pending: true });
    try {
      const created = await api.createBackup(entityRef, request);
      setState({ pending: false, created });
    } catch (error) {
      setState({ pending: false, error: error as Error });
    }
  };
  return { ...state, send };
}
