import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  parseCron,
  scheduleInWords,
  TenantScheduleKind,
  tenantSchedules,
} from 'backstage-plugin-velero-common';
import { exactUtcTime } from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';

/** When a schedule runs, as an expression and in words. */
export function CronField(props: {
  kind: TenantScheduleKind;
  value?: string;
  onChange(cron: string | undefined): void;
}) {
  const { kind, value, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { text, problem } = useCronText(kind, value);
  return (
    <TextField
      fullWidth
      id={`velero-onboarding-cron-${kind}`}
      label={t('onboarding.schedules.cron', {
        kind: t(`onboarding.schedules.kind.${kind}`),
      })}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
      inputProps={{ 'aria-invalid': problem !== undefined }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        problem ? <StatusLabel tone="error">{problem}</StatusLabel> : text
      }
    />
  );
}

function useCronText(
  kind: TenantScheduleKind,
  cron: string | undefined,
): { text?: string; problem?: string } {
  const { t } = useTranslationRef(veleroTranslationRef);
  const now = useNow();
  if (!cron) {
    const spread = tenantSchedules[kind].cronAt(0).replace('0', 'm');
    return { text: t('onboarding.schedules.spread', { cron: spread }) };
  }
  const words = scheduleInWords({ cron, from: new Date(now) });
  if (!words) {
    return { problem: parseCron(cron).problem };
  }
  const runs = words.nextRuns
    .map(run => exactUtcTime(Date.parse(run)))
    .join(', ');
  return { text: t('onboarding.schedules.next', { when: words.when, runs }) };
}
