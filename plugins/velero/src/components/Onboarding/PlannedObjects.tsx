import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { objectsOfPlan, TenantPlan } from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroTranslationRef } from '../../translation';
import { YamlText } from '../RunYaml/YamlText';

/** The objects of each cluster as YAML, laid out only when somebody looks. */
export function PlannedObjects(props: { plan: TenantPlan }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <Typography variant="subtitle1" component="summary">
        {t('onboarding.plan.objects')}
      </Typography>
      {open &&
        props.plan.clusters.map(cluster => (
          <YamlText
            key={cluster.cluster}
            hint={t('onboarding.plan.secretHidden', {
              cluster: cluster.cluster,
            })}
            label={t('onboarding.plan.objectsOf', { cluster: cluster.cluster })}
            value={{
              apiVersion: 'v1',
              kind: 'List',
              items: objectsOfPlan(cluster),
            }}
          />
        ))}
    </details>
  );
}
