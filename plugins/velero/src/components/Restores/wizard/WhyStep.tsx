import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { TextInput } from '../../ui/TextInput';
import { RestoreForm } from './RestoreForm';

/** Why, for whoever decides, and for the record. */
export function WhyStep(props: { form: RestoreForm }) {
  const { draft, change, problems } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  const isEmpty = draft.reason.trim() === '';
  return (
    <>
      <TextInput
        id="velero-restore-reason"
        label={t('restoreWizard.why.reason')}
        value={draft.reason}
        rows={4}
        hint={t('restoreWizard.why.reasonHint')}
        problem={isEmpty ? undefined : problems.reason}
        onChange={reason => change({ reason })}
      />
      <TextInput
        id="velero-restore-ticket"
        label={t('restoreWizard.why.ticket')}
        value={draft.ticket}
        problem={problems.ticket}
        onChange={ticket => change({ ticket })}
      />
    </>
  );
}
