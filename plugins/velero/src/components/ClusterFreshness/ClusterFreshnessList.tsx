import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { toneOfCluster } from './toneOfCluster';
import { useFreshnessText } from './useFreshnessText';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
  }),
  { name: 'VeleroClusterFreshness' },
);

/** One line per cluster: its name, its state, from when its data is, and what is wrong with it. */
export function ClusterFreshnessList(props: { clusters: ClusterFreshness[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <ul className={classes.list} aria-label={t('freshness.title')}>
      {props.clusters.map(cluster => (
        <li key={cluster.name} className={classes.line}>
          <ClusterLine cluster={cluster} />
        </li>
      ))}
    </ul>
  );
}

function ClusterLine(props: { cluster: ClusterFreshness }) {
  const { name, title, state, reason } = props.cluster;
  const { t } = useTranslationRef(veleroTranslationRef);
  const freshnessText = useFreshnessText();
  return (
    <>
      <strong>
        {title && title !== name ? t('freshness.named', { title, name }) : name}
      </strong>
      <StatusLabel tone={toneOfCluster(state)}>
        {t(`freshness.state.${state}`)}
      </StatusLabel>
      <Typography variant="body2" component="span" color="textSecondary">
        {freshnessText(props.cluster)}
      </Typography>
      {reason && (
        <Typography variant="body2" component="span">
          {reason}
        </Typography>
      )}
    </>
  );
}
