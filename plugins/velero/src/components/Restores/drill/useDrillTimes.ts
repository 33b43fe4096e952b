import { useApi } from '@backstage/frontend-plugin-api';
import {
  drillCronProblem,
  DrillSchedule,
  DrillsResponse,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { choiceOf, cronOf, TimeChoice } from './timeChoices';
import { DrillAction, useDrillAction } from './useDrillAction';

interface Changes {
  choice?: TimeChoice;
  custom?: string;
  cluster?: string;
}

export interface DrillTimesForm {
  choice: TimeChoice;
  custom: string;
  /** What is wrong with what was written; absent where nothing has to be written. */
  problem?: string;
  cluster: string;
  /** Clusters in which there are namespaces of the entity. */
  clusters: string[];
  change(changes: Changes): void;
  /** Whether something is chosen that is not so already. */
  isChanged: boolean;
  saving: DrillAction<DrillSchedule | { removed: boolean }>;
}

/** When drills are to be made; what is so already, until something else is chosen. */
export function useDrillTimes(options: {
  entityRef: string;
  drills: DrillsResponse;
  onChange(): void;
}): DrillTimesForm {
  const { entityRef, drills, onChange } = options;
  const { schedule, namespaces } = drills;
  const api = useApi(veleroApiRef);
  const [changes, setChanges] = useState<Changes>({});
  const clusters = [...new Set(namespaces.map(each => each.cluster))];
  const {
    choice = choiceOf(schedule),
    custom = schedule?.cron ?? '',
    cluster = schedule?.cluster ?? clusters[0],
  } = changes;
  const cron = cronOf(choice, custom);
  const saving = useDrillAction<DrillSchedule | { removed: boolean }>({
    act: () =>
      cron === undefined
        ? api.removeDrillSchedule(entityRef)
        : api.setDrillSchedule(entityRef, {
            cluster,
            namespaces: namespaces
              .filter(each => each.cluster === cluster)
              .map(({ namespace }) => namespace),
            cron,
          }),
    onEnd: saved => {
      if (saved) {
        setChanges({});
      }
      onChange();
    },
  });
  const problem = choice === 'custom' ? drillCronProblem(custom) : undefined;
  return {
    choice,
    custom,
    ...(problem !== undefined && { problem }),
    cluster,
    clusters,
    change: values => setChanges(before => ({ ...before, ...values })),
    isChanged: cron !== schedule?.cron || isOther(schedule, cluster, cron),
    saving,
  };
}

/** What has stopped goes on when it is saved again. */
function isOther(
  schedule: DrillSchedule | undefined,
  cluster: string,
  cron: string | undefined,
): boolean {
  return (
    cron !== undefined && (schedule?.cluster !== cluster || !schedule.nextRunAt)
  );
}
