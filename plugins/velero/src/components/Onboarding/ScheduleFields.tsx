import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import {
  readKeepFor,
  TenantScheduleKind,
  TenantScheduleRequest,
  tenantSchedules,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';
import { StatusLabel } from '../ui/StatusLabel';
import { CronField } from './CronField';
import { LabelsField } from './LabelsField';

/** One schedule: whether there is one, and what it is like. */
export function ScheduleFields(props: {
  kind: TenantScheduleKind;
  value: TenantScheduleRequest;
  onChange(value: TenantScheduleRequest): void;
}) {
  const { kind, value, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { enabled = true, keepFor = '' } = value;
  const title = t(`onboarding.schedules.kind.${kind}`);
  const problem = keepFor ? readKeepFor(keepFor).problem : undefined;
  return (
    <Box mb={2}>
      <Choice
        id={`velero-onboarding-schedule-${kind}`}
        control={Switch}
        label={title}
        hint={t('onboarding.schedules.takes', {
          what: tenantSchedules[kind].takes,
        })}
        checked={enabled}
        onChoose={() => onChange({ ...value, enabled: !enabled })}
      />
      {enabled && (
        <Box display="grid" gridGap={8} ml={4}>
          <CronField
            kind={kind}
            value={value.cron}
            onChange={cron => onChange({ ...value, cron })}
          />
          <TextField
            fullWidth
            id={`velero-onboarding-keep-for-${kind}`}
            label={t('onboarding.schedules.keepFor', { kind: title })}
            value={keepFor}
            onChange={({ target }) =>
              onChange({ ...value, keepFor: target.value || undefined })
            }
            inputProps={{ 'aria-invalid': problem !== undefined }}
            FormHelperTextProps={{ role: 'status' }}
            helperText={
              problem ? (
                <StatusLabel tone="error">{problem}</StatusLabel>
              ) : (
                t('onboarding.schedules.kept', {
                  keepFor: tenantSchedules[kind].keepFor,
                })
              )
            }
          />
          {kind === 'databases' && (
            <LabelsField
              value={value.selector?.matchLabels}
              onChange={matchLabels =>
                onChange({
                  ...value,
                  selector: matchLabels && { matchLabels },
                })
              }
            />
          )}
        </Box>
      )}
    </Box>
  );
}
