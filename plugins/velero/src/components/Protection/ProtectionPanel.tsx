import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ProtectionResponse } from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { BackupNowButton } from '../BackupNow/BackupNowButton';
import { RequestRestoreButton } from '../Restores/RequestRestoreButton';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from '../ui/Section';
import { HistoryStrip } from './HistoryStrip';
import { NamespaceProtectionView } from './NamespaceProtectionView';
import { ProtectionFacts } from './ProtectionFacts';
import { ProtectionSentence } from './ProtectionSentence';
import { useProtection } from './useProtection';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // A wide table scrolls in itself and does not stretch the page.
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'VeleroProtectionPanel' },
);

/** Answers first what everybody comes for: whether they are protected, since when, and what is missing. */
export function ProtectionPanel(props: { entityRef: string; version: number }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useProtection(props);
  return (
    <Section
      title={t('protection.title')}
      action={
        <div className={classes.actions}>
          {query.value && <RequestRestoreButton entityRef={props.entityRef} />}
          <BackupNowButton {...props} />
        </div>
      }
    >
      <StaleRowsNotice query={query} />
      <ProtectionAnswer query={query} {...props} />
    </Section>
  );
}

function ProtectionAnswer(props: {
  query: LiveQuery<ProtectionResponse>;
  entityRef: string;
  version: number;
}) {
  const { query, ...history } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!query.value) {
    return query.error ? (
      <QueryErrorNotice error={query.error} onRetry={query.retry} />
    ) : (
      <LoadingRows what={t('protection.title')} rows={3} />
    );
  }
  const { namespaces } = query.value;
  return (
    <div className={classes.root}>
      <ProtectionSentence protection={query.value} large />
      <ProtectionFacts protection={query.value} />
      <HistoryStrip {...history} />
      {namespaces.map(namespace => (
        <NamespaceProtectionView
          key={`${namespace.cluster}/${namespace.namespace}`}
          protection={namespace}
          // Of a single namespace the sentence above says it already.
          withSentence={namespaces.length > 1}
        />
      ))}
    </div>
  );
}
