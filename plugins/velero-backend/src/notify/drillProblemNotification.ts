import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { StoredDrillSchedule } from '../store/drills/DrillScheduleStore';

/** Longer texts are cut: the rest is on the page that the link leads to. */
const MAXIMUM = 200;

/** Makes what is told to whoever has a schedule of drills, of which a run came to nothing. */
export function drillProblemNotification(
  { id, entityRef, requester, nextRun }: StoredDrillSchedule,
  problem: string,
): NotificationSendOptions {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    recipients: { type: 'entity', entityRef: [requester.userRef] },
    payload: {
      title: `The drill of ${name} was not made`,
      description: problem.slice(0, MAXIMUM),
      link: `/catalog/${namespace}/${kind}/${name}`,
      severity: 'high',
      topic: 'velero-restore',
      // The same run takes the place of itself.
      scope: `velero-drill-${id}-${nextRun}`,
    },
  };
}
