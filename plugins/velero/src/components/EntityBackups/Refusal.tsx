import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { BackupListState } from '../../hooks/useBackupListState';
import { veleroTranslationRef } from '../../translation';
import { OwnershipNotProven } from '../Ownership/OwnershipNotProven';
import { unprovenNamespacesOf } from '../Ownership/unprovenNamespacesOf';
import { QueryErrorNotice } from '../states/QueryErrorNotice';

interface RefusalProps {
  error: Error;
  onRetry(): void;
  listState: BackupListState;
}

/** Stands in place of the whole tab when the backend refuses to speak of the entity. */
export function Refusal(props: RefusalProps) {
  const { error, onRetry, listState } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const unproven = unprovenNamespacesOf(error);
  if (unproven) {
    return <OwnershipNotProven namespaces={unproven} />;
  }
  const wayOut = (listState.filtered || listState.cursor) && (
    <Button variant="outlined" onClick={listState.resetFilters}>
      {t('actions.resetFilters')}
    </Button>
  );
  return <QueryErrorNotice error={error} onRetry={onRetry} wayOut={wayOut} />;
}
