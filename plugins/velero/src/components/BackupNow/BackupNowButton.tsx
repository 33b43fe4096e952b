import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { BackupOptionsResponse } from 'backstage-plugin-velero-common';
import { useRef, useState } from 'react';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { BackupNowDialog } from './BackupNowDialog';

/** Opens the dialog that has a backup made; there for those only who may have one made. */
export function BackupNowButton(props: { entityRef: string; version: number }) {
  const { entityRef, version } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const [open, setOpen] = useState(false);
  const offered = useRef<BackupOptionsResponse>();
  const { value, retry } = useLiveQuery({
    key: entityRef,
    // While nobody chooses, only whether there is something to choose matters.
    version: open || !offered.current ? version : 0,
    load: signal => api.getBackupOptions(entityRef, { signal }),
  });
  // What is open stays open, whatever happens meanwhile: it holds what was typed, or shows how a backup goes.
  const kept = open ? offered.current : undefined;
  offered.current = value && isPossible(value) ? value : kept;
  if (!offered.current) {
    return null;
  }
  const openDialog = () => {
    retry();
    setOpen(true);
  };
  return (
    <>
      <Button variant="contained" color="primary" onClick={openDialog}>
        {t('backupNow.button')}
      </Button>
      {open && (
        <BackupNowDialog
          entityRef={entityRef}
          version={version}
          options={offered.current}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function isPossible({ items }: BackupOptionsResponse): boolean {
  return items.some(({ namespaces }) =>
    namespaces.some(({ problem }) => !problem),
  );
}
