import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { DrillsResponse } from 'backstage-plugin-velero-common';
import { reasonOf } from '../../../format/reasonOf';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { TextInput } from '../../ui/TextInput';
import { DrillScheduleState } from './DrillScheduleState';
import { TIME_CHOICES, TimeChoice } from './timeChoices';
import { DrillTimesForm, useDrillTimes } from './useDrillTimes';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
    },
    field: { minWidth: theme.spacing(24) },
  }),
  { name: 'VeleroDrillTimes' },
);

/** When drills are made by themselves, and where that is changed. */
export function DrillTimes(props: {
  entityRef: string;
  drills: DrillsResponse;
  onChange(): void;
}) {
  const form = useDrillTimes(props);
  const { saving, problem, isChanged } = form;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <div className={classes.fields}>
        <Selection
          id="velero-drill-times"
          label={t('restoreDrill.schedule.title')}
          value={form.choice}
          options={TIME_CHOICES.map(choice => [
            choice,
            t(`restoreDrill.schedule.${choice}`),
          ])}
          onChange={choice => form.change({ choice: choice as TimeChoice })}
        />
        <TimesDetails form={form} />
        <Button
          variant="outlined"
          disabled={saving.pending || !isChanged || problem !== undefined}
          onClick={saving.run}
        >
          {t('restoreDrill.schedule.save')}
        </Button>
      </div>
      {saving.error && (
        <Notice tone="error" title={t('restoreDrill.schedule.failed')}>
          <LinesText text={reasonOf(saving.error)} />
        </Notice>
      )}
      {saving.result && !isChanged && (
        <Notice tone="ok" title={t('restoreDrill.schedule.saved')} />
      )}
      {props.drills.schedule && (
        <DrillScheduleState schedule={props.drills.schedule} />
      )}
    </>
  );
}

/** What has to be said beside how often. */
function TimesDetails(props: { form: DrillTimesForm }) {
  const { choice, custom, problem, cluster, clusters, change } = props.form;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {choice === 'custom' && (
        <div className={classes.field}>
          <TextInput
            id="velero-drill-cron"
            label={t('restoreDrill.schedule.cron')}
            hint={t('restoreDrill.schedule.cronHint')}
            problem={custom === '' ? undefined : problem}
            value={custom}
            onChange={text => change({ custom: text })}
          />
        </div>
      )}
      {choice !== 'off' && clusters.length > 1 && (
        <Selection
          id="velero-drill-cluster"
          label={t('restoreDrill.schedule.cluster')}
          value={cluster}
          options={clusters.map(name => [name, name])}
          onChange={name => change({ cluster: name })}
        />
      )}
    </>
  );
}

function Selection(props: {
  id: string;
  label: string;
  value: string;
  options: Array<[value: string, text: string]>;
  onChange(value: string): void;
}) {
  const { id, label, value, options, onChange } = props;
  const classes = useStyles();
  return (
    <TextField
      id={id}
      className={classes.field}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </TextField>
  );
}
