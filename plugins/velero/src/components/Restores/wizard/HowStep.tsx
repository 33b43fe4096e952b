import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { TextInput } from '../../ui/TextInput';
import { KindChoice } from './KindChoice';
import { ModifierChoice } from './ModifierChoice';
import { Radios } from './Radios';
import { RestoreForm } from './RestoreForm';

/** What happens to what is there, and what is left out. */
export function HowStep(props: { form: RestoreForm }) {
  const { draft, change, problems } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <Radios
        name="existing"
        title={t('restoreWizard.how.existing')}
        value={draft.existing}
        choices={[
          [
            'none',
            t('restoreWizard.how.none'),
            t('restoreWizard.how.noneHint'),
          ],
          [
            'update',
            t('restoreWizard.how.update'),
            t('restoreWizard.how.updateHint'),
          ],
        ]}
        onChoose={existing => change({ existing })}
      />
      <Radios
        name="volumes"
        title={t('restoreWizard.how.volumes')}
        value={draft.volumes}
        choices={[
          [
            'restore',
            t('restoreWizard.how.withVolumes'),
            t('restoreWizard.how.withVolumesHint'),
          ],
          [
            'none',
            t('restoreWizard.how.noVolumes'),
            t('restoreWizard.how.noVolumesHint'),
          ],
        ]}
        onChoose={volumes => change({ volumes })}
      />
      <KindChoice form={props.form} />
      <TextInput
        id="velero-restore-labels"
        label={t('restoreWizard.how.labels')}
        value={draft.labels}
        hint={t('restoreWizard.how.labelsHint')}
        problem={problems.labels}
        onChange={labels => change({ labels })}
      />
      <ModifierChoice form={props.form} />
    </>
  );
}
