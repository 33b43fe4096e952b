import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { NamespaceProtection } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { SimpleTable } from '../ui/SimpleTable';
import { GapList } from './GapList';
import { ProtectionSentence } from './ProtectionSentence';
import { useCoverageColumns } from './useCoverageColumns';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    },
  }),
  { name: 'VeleroNamespaceProtection' },
);

/** What covers one namespace, and what is missing. */
export function NamespaceProtectionView(props: {
  protection: NamespaceProtection;
  withSentence: boolean;
}) {
  const { protection, withSentence } = props;
  const { cluster, namespace, coveredBy, gaps } = protection;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const title = cluster
    ? t('protection.namespaceIn', { namespace, cluster })
    : namespace;
  const columns = useCoverageColumns();
  return (
    <section className={classes.root} aria-label={title}>
      <Typography variant="subtitle1" component="h3">
        {title}
      </Typography>
      {withSentence && <ProtectionSentence protection={protection} />}
      {coveredBy.length > 0 && (
        <SimpleTable
          label={t('protection.coveredBy', { namespace: title })}
          columns={columns}
          rows={coveredBy}
          rowKey={row => `${row.veleroNamespace}/${row.name}`}
        />
      )}
      <GapList gaps={gaps} />
    </section>
  );
}
