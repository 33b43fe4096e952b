import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ProtectionResponse } from 'backstage-plugin-velero-common';
import { useVeleroChanges } from '../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../translation';
import { ClusterFreshnessList } from '../ClusterFreshness/ClusterFreshnessList';
import { OwnershipSentence } from '../Ownership/OwnershipSentence';
import { unprovenNamespacesOf } from '../Ownership/unprovenNamespacesOf';
import { ProtectionSentence } from '../Protection/ProtectionSentence';
import { useProtection } from '../Protection/useProtection';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(1) } }),
  { name: 'VeleroCardAnswer' },
);

/** Asks whether an entity is protected, and says it. */
export function CardAnswer(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useProtection({ entityRef, version: useVeleroChanges() });
  const unproven = unprovenNamespacesOf(query.error);
  if (unproven) {
    return <OwnershipSentence count={unproven.length} />;
  }
  if (query.error && !query.value) {
    return <QueryErrorNotice error={query.error} onRetry={query.retry} />;
  }
  if (!query.value) {
    return <LoadingRows what={t('card.title')} rows={2} />;
  }
  const silent = query.value.clusters.filter(({ state }) => state !== 'live');
  return (
    <div className={classes.root}>
      <StaleRowsNotice query={query} />
      <ProtectionSentence protection={query.value} />
      {silent.length > 0 && <ClusterFreshnessList clusters={silent} />}
      <OwnershipSentence count={countUnproven(query.value)} />
    </div>
  );
}

function countUnproven({ namespaces }: ProtectionResponse): number {
  return namespaces.filter(({ reason }) => reason.code === 'not-proven').length;
}
