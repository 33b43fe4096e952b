import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { LocationSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel, Tone } from '../ui/StatusLabel';

const tones: Record<string, Tone> = { Available: 'ok', Unavailable: 'error' };

/** Whether Velero can use a location, and if not, what it says. */
export function LocationStatus(props: { location: LocationSummary }) {
  const { phase, message } = props.location;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <StatusLabel tone={tones[phase] ?? 'waiting'}>
        {phase || t('locations.notValidated')}
      </StatusLabel>
      {message && (
        <Typography variant="caption" display="block">
          {message}
        </Typography>
      )}
    </>
  );
}
