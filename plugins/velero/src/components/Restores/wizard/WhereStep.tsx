import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { backupKeyToText } from '../../../format/backupKey';
import { veleroTranslationRef } from '../../../translation';
import { LocationText } from '../../ui/LocationText';
import { Choice } from '../../ui/Choice';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { RestoreForm } from './RestoreForm';
import { TargetFields } from './TargetFields';

const PLACES = ['new', 'same'] as const;

/** In which cluster, and into which namespaces. */
export function WhereStep(props: { form: RestoreForm }) {
  const { form } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <ClusterChoice form={form} />
      {form.draft.whole ? (
        <Typography>{t('restoreWizard.where.wholeInPlace')}</Typography>
      ) : (
        <PlaceChoice form={form} />
      )}
    </>
  );
}

function ClusterChoice(props: { form: RestoreForm }) {
  const { copies, point, change } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <ChoiceGroup title={t('restoreWizard.where.cluster')}>
      <RadioGroup aria-label={t('restoreWizard.where.cluster')}>
        {copies.map(copy => (
          <Choice
            key={backupKeyToText(copy)}
            id={`velero-restore-cluster-${backupKeyToText(copy)}`}
            control={Radio}
            label={copy.cluster}
            value={backupKeyToText(copy)}
            checked={copy === point}
            hint={
              <>
                {t(
                  copy.origin === 'this-cluster'
                    ? 'restoreWizard.where.madeHere'
                    : 'restoreWizard.where.readsPlace',
                )}
                <LocationText
                  location={copy.location}
                  missing={t('locations.unknownPlace')}
                />
              </>
            }
            onChoose={() =>
              change({
                backup: {
                  cluster: copy.cluster,
                  veleroNamespace: copy.veleroNamespace,
                  name: copy.name,
                },
              })
            }
          />
        ))}
      </RadioGroup>
    </ChoiceGroup>
  );
}

function PlaceChoice(props: { form: RestoreForm }) {
  const { draft, change } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <ChoiceGroup title={t('restoreWizard.where.place')}>
        <RadioGroup aria-label={t('restoreWizard.where.place')}>
          {PLACES.map(place => (
            <Choice
              key={place}
              id={`velero-restore-place-${place}`}
              control={Radio}
              label={t(`restoreWizard.where.${place}`)}
              value={place}
              checked={draft.place === place}
              hint={t(`restoreWizard.where.${place}Hint`)}
              onChoose={() => change({ place })}
            />
          ))}
        </RadioGroup>
      </ChoiceGroup>
      <TargetFields form={props.form} />
    </>
  );
}
