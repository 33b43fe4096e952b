import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestorePair } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { TextInput } from '../../ui/TextInput';
import { CheckList } from '../checks/CheckList';
import { RestoreForm } from './RestoreForm';

/** The names of the namespaces that are restored to, with what the checks say of them. */
export function TargetFields(props: { form: RestoreForm }) {
  const { draft, wish, preview } = props.form;
  const names = wish?.namespaces.map(({ target }) => target) ?? [];
  const about = (preview.answer?.checks ?? []).filter(
    ({ id, subject = '' }) => id === 'target' && names.includes(subject),
  );
  return (
    <>
      {draft.place === 'new' &&
        wish?.namespaces.map(pair => (
          <TargetField key={pair.source} form={props.form} pair={pair} />
        ))}
      <div role="status">
        <CheckList checks={about} />
      </div>
    </>
  );
}

function TargetField(props: { form: RestoreForm; pair: RestorePair }) {
  const { draft, change, problems } = props.form;
  const { source, target } = props.pair;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <TextInput
      id={`velero-restore-target-${source}`}
      label={t('restoreWizard.where.target', { namespace: source })}
      value={draft.targets[source] ?? target}
      problem={problems.targets[source]}
      onChange={name =>
        change({ targets: { ...draft.targets, [source]: name } })
      }
    />
  );
}
