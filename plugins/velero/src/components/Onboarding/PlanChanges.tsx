import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { PlannedChange } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { SimpleTable } from '../ui/SimpleTable';

/** What becomes of each object, with the fields that change. */
export function PlanChanges(props: { changes: PlannedChange[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <SimpleTable
      label={t('onboarding.plan.changes')}
      rows={props.changes}
      rowKey={({ cluster, kind, name }) => `${cluster} ${kind} ${name}`}
      columns={[
        {
          header: t('onboarding.plan.object'),
          render: ({ kind, name }) => `${kind} ${name}`,
        },
        {
          header: t('onboarding.plan.cluster'),
          render: ({ cluster }) => cluster,
        },
        {
          header: t('onboarding.plan.change'),
          render: change => <ChangeText planned={change} />,
        },
      ]}
    />
  );
}

function ChangeText(props: { planned: PlannedChange }) {
  const { change, fields = [] } = props.planned;
  const { t } = useTranslationRef(veleroTranslationRef);
  const nothing = t('onboarding.plan.nothing');
  return (
    <>
      {t(`onboarding.plan.kinds.${change}`)}
      {fields.map(({ path, before = nothing, after = nothing }) => (
        <Typography key={path} variant="caption" display="block">
          {t('onboarding.plan.field', { path, before, after })}
        </Typography>
      ))}
    </>
  );
}
