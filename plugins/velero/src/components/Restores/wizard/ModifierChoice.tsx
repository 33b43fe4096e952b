import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useLastKnown } from '../../../hooks/useLastKnown';
import { veleroTranslationRef } from '../../../translation';
import { Radios } from './Radios';
import { RestoreForm } from './RestoreForm';

/** Which of the changes that the policy names are made to objects as they are restored. */
export function ModifierChoice(props: { form: RestoreForm }) {
  const { draft, change, preview } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  const offered = useLastKnown(preview.answer?.modifiers);
  const names = namesOf(offered, draft.modifier);
  return (
    <>
      {names.length > 0 && (
        <Radios
          name="modifier"
          title={t('restoreWizard.how.modifier')}
          value={draft.modifier ?? ''}
          choices={[
            ['', t('restoreWizard.how.noModifier')],
            ...names.map((name): [string, string, string] => [
              name,
              name,
              t('restoreWizard.how.modifierHint', { name }),
            ]),
          ]}
          onChoose={name => change({ modifier: name || undefined })}
        />
      )}
      <Typography variant="body2" color="textSecondary">
        {offered?.length === 0 && t('restoreWizard.how.noModifiers')}{' '}
        {t('restoreWizard.how.storageClass')}
      </Typography>
    </>
  );
}

/** One that was chosen before, and that the policy does not name any more, can be taken back. */
function namesOf(offered: string[] = [], chosen: string | undefined) {
  return chosen && !offered.includes(chosen) ? [...offered, chosen] : offered;
}
