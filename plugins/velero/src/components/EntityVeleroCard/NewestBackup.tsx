import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useVeleroChanges } from '../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../translation';
import { OwnershipSentence } from '../Ownership/OwnershipSentence';
import { unprovenNamespacesOf } from '../Ownership/unprovenNamespacesOf';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { NewestBackupSentence } from './NewestBackupSentence';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(1) } }),
  { name: 'VeleroNewestBackup' },
);

/** Asks for the newest restore point of an entity, and says it. */
export function NewestBackup(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: entityRef,
    version: useVeleroChanges(),
    load: signal => api.getEntityBackups(entityRef, { limit: 1 }, { signal }),
  });
  const unproven = unprovenNamespacesOf(query.error);
  if (unproven) {
    return <OwnershipSentence namespaces={unproven} />;
  }
  if (query.error && !query.value) {
    return <QueryErrorNotice error={query.error} onRetry={query.retry} />;
  }
  if (!query.value) {
    return <LoadingRows what={t('card.title')} rows={2} />;
  }
  return (
    <div className={classes.root}>
      <StaleRowsNotice query={query} />
      <NewestBackupSentence answer={query.value} />
      <OwnershipSentence namespaces={query.value.namespaces} />
    </div>
  );
}
