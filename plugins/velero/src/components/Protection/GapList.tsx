import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ToldReason } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { wayOutOf } from './wayOutOf';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'VeleroGapList' },
);

/** What is missing to the protection, each with the way out. */
export function GapList(props: { gaps: ToldReason[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  if (props.gaps.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('protection.gaps')}>
      {props.gaps.map(({ reason, sentence }) => {
        const wayOut = wayOutOf(reason.code);
        return (
          <li key={sentence}>
            <StatusLabel tone="warning">{sentence}</StatusLabel>
            {wayOut && (
              <Typography variant="body2" color="textSecondary">
                {t(`protection.wayOut.${wayOut}`)}
              </Typography>
            )}
          </li>
        );
      })}
    </ul>
  );
}
