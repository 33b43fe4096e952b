import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  TenantCluster,
  TenantNamespaces,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import { UnavailableNamespaceChoice } from './UnavailableNamespaceChoice';

/** The namespaces of one cluster, and where in the bucket their backups go. */
export function ClusterNamespaces(props: {
  owner: string;
  item: TenantNamespaces;
  chosen?: TenantCluster;
  onChange(chosen: TenantCluster): void;
}) {
  const { owner, item, chosen, onChange } = props;
  const { name, title, state, reason, namespaces } = item;
  const { t } = useTranslationRef(veleroTranslationRef);
  const selected = chosen?.namespaces ?? [];
  const isLive = state === 'live';
  const toggle = (namespace: string) =>
    onChange({
      ...chosen,
      cluster: name,
      namespaces: namespaces.filter(
        known => selected.includes(known) !== (known === namespace),
      ),
    });
  const problem = isLive
    ? undefined
    : t('onboarding.clusters.notLive', {
        reason: reason ?? t(`freshness.state.${state}`),
      });
  return (
    <Box mb={2}>
      <ChoiceGroup
        title={title ? t('onboarding.clusters.named', { title, name }) : name}
        problem={problem}
      >
        {namespaces.map(namespace => (
          <Choice
            key={namespace}
            id={`velero-onboarding-${name}-${namespace}`}
            control={Checkbox}
            label={namespace}
            checked={selected.includes(namespace)}
            disabled={!isLive}
            onChoose={() => toggle(namespace)}
          />
        ))}
        {isLive &&
          item.unavailable.map(unavailable => (
            <UnavailableNamespaceChoice
              key={unavailable.namespace}
              id={`velero-onboarding-${name}-${unavailable.namespace}`}
              owner={owner}
              unavailable={unavailable}
            />
          ))}
        {isLive && item.isCut && (
          <Typography variant="body2">
            {t('onboarding.clusters.cut')}
          </Typography>
        )}
        {isLive && namespaces.length === 0 && (
          <Typography variant="body2">
            {t('onboarding.clusters.nothingProven', { owner })}
          </Typography>
        )}
        {isLive && item.others > 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('onboarding.clusters.others', { count: item.others, owner })}
          </Typography>
        )}
      </ChoiceGroup>
      {chosen && (
        <TextField
          fullWidth
          margin="dense"
          id={`velero-onboarding-${name}-prefix`}
          label={t('onboarding.clusters.prefix', { cluster: name })}
          helperText={t('onboarding.clusters.prefixHint')}
          value={chosen.prefix ?? ''}
          onChange={({ target }) =>
            onChange({ ...chosen, prefix: target.value || undefined })
          }
        />
      )}
    </Box>
  );
}
