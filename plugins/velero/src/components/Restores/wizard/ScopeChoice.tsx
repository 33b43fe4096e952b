import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import { toggled } from '../../../format/toggled';
import { veleroTranslationRef } from '../../../translation';
import { Choice } from '../../ui/Choice';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { sourcesOf } from './RestoreDraft';
import { RestoreForm } from './RestoreForm';

/** Which namespaces of the backup, or, for administrators, all of it. */
export function ScopeChoice(props: { form: RestoreForm }) {
  const { draft, change, point, problems, offersWhole } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!point) {
    return null;
  }
  const sources = sourcesOf(draft, point);
  return (
    <ChoiceGroup
      title={t('restoreWizard.what.scope')}
      problem={
        problems.namespaces ? t('restoreWizard.what.noNamespace') : undefined
      }
    >
      {point.namespaces.map(namespace => (
        <Choice
          key={namespace}
          id={`velero-restore-source-${namespace}`}
          control={Checkbox}
          label={namespace}
          checked={!draft.whole && sources.includes(namespace)}
          disabled={draft.whole}
          onChoose={() => change({ sources: toggled(sources, namespace) })}
        />
      ))}
      {(offersWhole || draft.whole) && (
        <Choice
          id="velero-restore-whole"
          control={Checkbox}
          label={t('restoreWizard.what.whole')}
          checked={draft.whole}
          hint={t('restoreWizard.what.wholeHint')}
          onChoose={() => change({ whole: !draft.whole, confirmation: '' })}
        />
      )}
    </ChoiceGroup>
  );
}
