import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      velero?: {
        /**
         * How often the tenants are read. Every 5 minutes when absent.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /**
         * Owner of a bucket that tenants of several owners share, and of what has no owner that the catalog can read.
         * `unknown` when absent.
         */
        defaultOwner?: string;
      };
    };
  };
}
