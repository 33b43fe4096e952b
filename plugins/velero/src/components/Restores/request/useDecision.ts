import { useApi } from '@backstage/frontend-plugin-api';
import { VeleroApi } from 'backstage-plugin-velero-common';
import { useRef, useState } from 'react';
import { veleroApiRef } from '../../../api/veleroApiRef';

export type Decision = 'approve' | 'reject' | 'cancel' | 'comment';
export type Decide = (decision: Decision, text: string) => Promise<void>;

/** Sends what somebody decides, once however often a button is pressed. */
export function useDecision(options: {
  id: string;
  onDone(): void;
  /** Called when it was not taken: the request may be another one by now. */
  onFailure(): void;
}) {
  const { id, onDone, onFailure } = options;
  const api = useApi(veleroApiRef);
  const isUnderWay = useRef(false);
  const [state, setState] = useState<{ pending: boolean; error?: Error }>({
    pending: false,
  });
  const decide: Decide = async (decision, text) => {
    if (isUnderWay.current) {
      return;
    }
    isUnderWay.current = true;
    setState({ pending: true });
    try {
      await send(api, { id, decision, text });
      setState({ pending: false });
      onDone();
    } catch (error) {
      setState({ pending: false, error: error as Error });
      onFailure();
    } finally {
      isUnderWay.current = false;
    }
  };
  return { ...state, decide };
}

function send(
  api: VeleroApi,
  { id, decision, text }: { id: string; decision: Decision; text: string },
) {
  const body = text ? { text } : {};
  switch (decision) {
    case 'approve':
      return api.approveRestoreRequest(id, body);
    case 'cancel':
      return api.cancelRestoreRequest(id, body);
    case 'reject':
      return api.rejectRestoreRequest(id, { text });
    default:
      return api.commentRestoreRequest(id, { text });
  }
}
