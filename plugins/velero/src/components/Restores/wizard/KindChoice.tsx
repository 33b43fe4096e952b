import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { KindFate } from 'backstage-plugin-velero-common';
import { toggled } from '../../../format/toggled';
import { useLastKnown } from '../../../hooks/useLastKnown';
import { veleroTranslationRef } from '../../../translation';
import { Choice } from '../../ui/Choice';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { RestoreForm } from './RestoreForm';

/** All kinds, or only some of those that are in the backup. */
export function KindChoice(props: { form: RestoreForm }) {
  const { draft, change, problems, preview } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  const known = preview.answer?.kinds ?? [];
  const kinds = useLastKnown(known.length > 0 ? known : undefined) ?? [];
  return (
    <ChoiceGroup
      title={t('restoreWizard.how.kinds')}
      problem={problems.kinds ? t('restoreWizard.how.noKind') : undefined}
    >
      <RadioGroup aria-label={t('restoreWizard.how.kinds')}>
        <Choice
          id="velero-restore-kinds-all"
          control={Radio}
          label={t('restoreWizard.how.allKinds')}
          value="all"
          checked={!draft.kinds}
          onChoose={() => change({ kinds: undefined })}
        />
        <Choice
          id="velero-restore-kinds-some"
          control={Radio}
          label={t('restoreWizard.how.someKinds')}
          value="some"
          checked={draft.kinds !== undefined}
          onChoose={() => change({ kinds: draft.kinds ?? namesOf(kinds) })}
        />
      </RadioGroup>
      {draft.kinds && <KindBoxes form={props.form} kinds={kinds} />}
    </ChoiceGroup>
  );
}

function namesOf(kinds: KindFate[]): string[] {
  return kinds.flatMap(({ resource, left }) =>
    resource && !left ? resource : [],
  );
}

function KindBoxes(props: { form: RestoreForm; kinds: KindFate[] }) {
  const { draft, change } = props.form;
  const { kinds: chosen = [] } = draft;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (props.kinds.length === 0) {
    return <Typography>{t('restoreWizard.what.unknown')}</Typography>;
  }
  return (
    <>
      {props.kinds.map(({ resource, groupVersionKind, count, left }) => {
        const kind = resource ?? groupVersionKind;
        const isOut = left !== undefined && left !== 'not-wished';
        return (
          <Choice
            key={groupVersionKind}
            id={`velero-restore-kind-${kind}`}
            control={Checkbox}
            label={t('restoreWizard.how.kindOption', {
              kind,
              objects: String(count),
            })}
            checked={chosen.includes(kind) && !isOut}
            disabled={isOut}
            hint={isOut ? t(`restoreWizard.left.${left}`) : undefined}
            onChoose={() => change({ kinds: toggled(chosen, kind) })}
          />
        );
      })}
    </>
  );
}
