import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { restoreStates } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { RequestListState } from './useRequestListState';

const useStyles = makeStyles(
  theme => ({ root: { minWidth: theme.spacing(24) } }),
  { name: 'VeleroStateFilter' },
);

/** Narrows the list to requests in one state. */
export function StateFilter(props: { listState: RequestListState }) {
  const { state, setState } = props.listState;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <TextField
      id="velero-restore-state"
      className={classes.root}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      label={t('restoreRequest.stateFilter')}
      value={state ?? ''}
      onChange={event => setState(event.target.value)}
    >
      <option value="">{t('restoreRequest.anyState')}</option>
      {restoreStates.map(each => (
        <option key={each} value={each}>
          {t(`restoreRequest.state.${each}`)}
        </option>
      ))}
    </TextField>
  );
}
