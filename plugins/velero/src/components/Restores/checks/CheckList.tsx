import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CheckLevel, RestoreCheck } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { StatusLabel, Tone } from '../../ui/StatusLabel';
import { CheckGroup, groupChecks } from './groupChecks';

const tones: Record<CheckLevel, Tone> = {
  stop: 'error',
  warn: 'warning',
  ok: 'ok',
};

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: `${theme.spacing(13)}px minmax(0, 1fr)`,
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'VeleroCheckList' },
);

/** All that was looked at, by what it is about. */
export function CheckList(props: { checks: RestoreCheck[] }) {
  return (
    <>
      {groupChecks(props.checks).map(({ group, checks }) => (
        <CheckGroupView key={group} group={group} checks={checks} />
      ))}
    </>
  );
}

function CheckGroupView(props: { group: CheckGroup; checks: RestoreCheck[] }) {
  const { group, checks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const title = t(`restoreRequest.checks.group.${group}`);
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {title}
      </Typography>
      <ul className={classes.list} aria-label={title}>
        {checks.map(check => (
          <li
            key={`${check.id} ${check.subject} ${check.message}`}
            className={classes.item}
          >
            <StatusLabel tone={tones[check.level]}>
              {t(`restoreRequest.checks.level.${check.level}`)}
            </StatusLabel>
            <CheckText check={check} />
          </li>
        ))}
      </ul>
    </>
  );
}

function CheckText(props: { check: RestoreCheck }) {
  const { message, remedy } = props.check;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div>
      {message}
      {remedy && (
        <Typography variant="body2" color="textSecondary">
          {t('restoreRequest.checks.remedy', { remedy })}
        </Typography>
      )}
    </div>
  );
}
