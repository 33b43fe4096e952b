import {
  TENANT_SCHEDULE_KINDS,
  TenantRequest,
  TenantScheduleKind,
  TenantScheduleRequest,
} from 'backstage-plugin-velero-common';
import { FieldProps } from './FieldProps';
import { ScheduleFields } from './ScheduleFields';

/** Which of the four schedules, when they run and how long their backups are kept. */
export function SchedulesField(
  props: FieldProps<NonNullable<TenantRequest['schedules']>>,
) {
  const { formData = {}, onChange } = props;
  const change = (kind: TenantScheduleKind, schedule: TenantScheduleRequest) =>
    onChange({ ...formData, [kind]: schedule });
  return (
    <>
      {TENANT_SCHEDULE_KINDS.map(kind => (
        <ScheduleFields
          key={kind}
          kind={kind}
          value={formData[kind] ?? {}}
          onChange={schedule => change(kind, schedule)}
        />
      ))}
    </>
  );
}
