import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/** The first time a little later, when the Velero plugin of the same backend answers. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 3 },
  initialDelay: { seconds: 15 },
};

/** An owner that nobody is, as other providers write it. */
const DEFAULT_OWNER = 'unknown';

/** Reads how often tenants are read, and whom belongs what belongs to several. */
export function readProviderConfig(config: RootConfigService): {
  schedule: SchedulerServiceTaskScheduleDefinition;
  defaultOwner: string;
} {
  const provider = config.getOptionalConfig('catalog.providers.velero');
  return {
    schedule: provider?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          provider.getConfig('schedule'),
        )
      : DEFAULT_SCHEDULE,
    defaultOwner: provider?.getOptionalString('defaultOwner') ?? DEFAULT_OWNER,
  };
}
