import { useApi } from '@backstage/frontend-plugin-api';
import {
  NewRestoreRequestBody,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { useRef, useState } from 'react';
import { veleroApiRef } from '../../../api/veleroApiRef';

export interface RequestRestore {
  pending: boolean;
  error?: Error;
  send(body: NewRestoreRequestBody): Promise<void>;
}

/** Asks for a restore, once however often the button is pressed. */
export function useRequestRestore(
  onDone: (request: RestoreRequestDetails) => void,
): RequestRestore {
  const api = useApi(veleroApiRef);
  const isUnderWay = useRef(false);
  const [state, setState] = useState<Omit<RequestRestore, 'send'>>({
    pending: false,
  });
  const send = async (body: NewRestoreRequestBody) => {
    if (isUnderWay.current) {
      return;
    }
    isUnderWay.current = true;
    setState({ pending: true });
    try {
      onDone(await api.requestRestore(body));
    } catch (error) {
      setState({ pending: false, error: error as Error });
    } finally {
      isUnderWay.current = false;
    }
  };
  return { ...state, send };
}
