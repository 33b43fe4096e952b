import { BackupKey } from 'backstage-plugin-velero-common';
import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { backupKeyFromText, backupKeyToText } from '../format/backupKey';

const PARAMETER = 'backup';

interface OpenBackup {
  /** The backup whose details are open. */
  open?: BackupKey;
  linkTo(key: BackupKey): { to: string; state: unknown };
  close(): void;
}

/** Which backup's details are open, as the address says. */
export function useOpenBackup(): OpenBackup {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();

  const linkTo = useCallback(
    (key: BackupKey) => {
      const next = new URLSearchParams(params);
      next.set(PARAMETER, backupKeyToText(key));
      return { to: `?${next}`, state };
    },
    [params, state],
  );
  const close = useCallback(() => {
    setParams(
      before => {
        const next = new URLSearchParams(before);
        next.delete(PARAMETER);
        return next;
      },
      // The way back must not open again what was closed.
      { state, replace: true },
    );
  }, [setParams, state]);

  return { open: backupKeyFromText(params.get(PARAMETER)), linkTo, close };
}
