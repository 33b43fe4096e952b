import { meaningOfPhase } from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../../clusters/ClusterConnection';
import { StepContext } from './Step';

/** Velero's own label on what a schedule has made. */
export const SCHEDULE_LABEL = 'velero.io/schedule-name';

const PAGE = 100;

/** Names a backup of a schedule that is complete, or else one that is on its way; nothing when there is neither. */
export async function findBackupOf(
  { connection, signal }: Pick<StepContext, 'connection' | 'signal'>,
  schedule: { namespace: string; name: string },
): Promise<string | undefined> {
  const { namespace, name } = schedule;
  let onItsWay: string | undefined;
  let continueToken: string | undefined;
  do {
    const page = await connection.list({
      resource: 'backups',
      namespace,
      labelSelector: `${SCHEDULE_LABEL}=${name}`,
      limit: PAGE,
      continueToken,
      signal,
    });
    const complete = page.items.find(isComplete);
    if (complete) {
      return complete.metadata.name;
    }
    onItsWay ??= page.items.find(isOnItsWay)?.metadata.name;
    continueToken = page.continueToken;
  } while (continueToken);
  return onItsWay;
}

/** The phase that Velero has given a backup; empty when it has given none. */
export function phaseOf({ status }: KubernetesObject): string {
  const { phase } = (status ?? {}) as { phase?: unknown };
  return typeof phase === 'string' ? phase : '';
}

function isComplete(backup: KubernetesObject): boolean {
  return meaningOfPhase(phaseOf(backup)).outcome === 'ok';
}

function isOnItsWay(backup: KubernetesObject): boolean {
  const { lifecycle } = meaningOfPhase(phaseOf(backup));
  return lifecycle === 'waiting' || lifecycle === 'running';
}
