import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { ClaimedNamespace } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { CommandLine } from '../ui/CommandLine';
import { Section } from '../ui/Section';
import { StatusLabel } from '../ui/StatusLabel';

/** Says which claims of the entity nothing confirms, and what an administrator runs to confirm them. */
export function OwnershipNotProven(props: { namespaces: ClaimedNamespace[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const unproven = props.namespaces.filter(namespace => !namespace.proven);
  if (unproven.length === 0) {
    return null;
  }
  return (
    <Section title={t('ownership.title', { count: unproven.length })}>
      <Typography>{t('ownership.explanation')}</Typography>
      {unproven.map(({ cluster, namespace, howToProve, problem }) => (
        <Box key={`${cluster}/${namespace}`} mt={2}>
          <StatusLabel tone="warning">
            {cluster
              ? t('ownership.inCluster', { namespace, cluster })
              : t('ownership.anyCluster', { namespace })}
          </StatusLabel>
          {problem && <Typography variant="body2">{problem}</Typography>}
          {howToProve && !problem && <CommandLine command={howToProve} />}
        </Box>
      ))}
    </Section>
  );
}
