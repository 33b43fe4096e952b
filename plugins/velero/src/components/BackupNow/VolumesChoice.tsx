import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import { BackupForm } from './useBackupForm';

const CHOICES = ['default', 'none'] as const;

/** What becomes of the volumes. */
export function VolumesChoice(props: { form: BackupForm }) {
  const { form } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <ChoiceGroup title={t('backupNow.volumes')}>
      <RadioGroup aria-label={t('backupNow.volumes')}>
        {CHOICES.map(choice => (
          <Choice
            key={choice}
            id={`velero-backup-now-volumes-${choice}`}
            control={Radio}
            label={t(`backupNow.volumesChoice.${choice}`)}
            value={choice}
            checked={form.volumes === choice}
            hint={t(`backupNow.volumesHint.${choice}`)}
            onChoose={() => form.chooseVolumes(choice)}
          />
        ))}
      </RadioGroup>
    </ChoiceGroup>
  );
}
