import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { BackupOptionLocation } from 'backstage-plugin-velero-common';
import { storageText } from '../../format/storageText';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { Choice } from '../ui/Choice';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import { BackupForm } from './useBackupForm';

/** Where to; a location that Velero would refuse says why, in Velero's words. */
export function LocationChoice(props: { form: BackupForm }) {
  const { form } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { locations } = form.server;
  return (
    <ChoiceGroup
      title={t('backupNow.location')}
      problem={problemOf(form, t('backupNow.noLocation'))}
    >
      <RadioGroup aria-label={t('backupNow.location')}>
        {locations.map(location => (
          <Choice
            key={location.name}
            id={`velero-backup-now-location-${location.name}`}
            control={Radio}
            label={location.name}
            value={location.name}
            checked={form.storageLocation === location.name}
            disabled={location.problem !== undefined}
            hint={<LocationHint location={location} />}
            onChoose={() => form.chooseLocation(location.name)}
          />
        ))}
      </RadioGroup>
    </ChoiceGroup>
  );
}

function LocationHint(props: { location: BackupOptionLocation }) {
  const { location } = props;
  return (
    <>
      {storageText(location)}
      {location.problem && (
        <div>
          <StatusLabel tone="error">{location.problem}</StatusLabel>
        </div>
      )}
    </>
  );
}

function problemOf(form: BackupForm, text: string): string | undefined {
  return form.server.locations.some(({ problem }) => !problem)
    ? undefined
    : text;
}
