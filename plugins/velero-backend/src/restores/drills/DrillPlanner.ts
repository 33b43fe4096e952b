import {
  BackupKey,
  BackupSummary,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../../inventory/Inventory';
import { NamespaceKey } from '../../store/NamespaceStore';

/** Backups that are looked at for one that is good. */
const LOOKED_AT = 100;

/** What a drill is to be made of. */
export interface DrillPlan {
  backup: BackupKey;
  namespaces: string[];
}

/** Finds what to make a drill of: the newest backup of some namespaces that is good. */
export class DrillPlanner {
  readonly #inventory: Pick<Inventory, 'backups'>;

  constructor(options: { inventory: Pick<Inventory, 'backups'> }) {
    this.#inventory = options.inventory;
  }

  /** @returns nothing when none of them has a good backup */
  async newest(
    namespaces: NamespaceKey[],
    cluster?: string,
  ): Promise<DrillPlan | undefined> {
    const { items } = await this.#inventory.backups({
      readable: namespaces,
      filter: { ...(cluster && { cluster }), phase: 'Completed' },
      limit: LOOKED_AT,
    });
    const good = items.filter(isGood);
    // What a cluster has made itself needs nobody's consent there.
    const backup = good.find(item => !item.originCluster) ?? good[0];
    return (
      backup && {
        backup: {
          cluster: backup.cluster,
          veleroNamespace: backup.veleroNamespace,
          name: backup.name,
        },
        namespaces: backup.namespaces,
      }
    );
  }
}

/** The wish for a drill, as somebody may send it: its namespaces get their names later. */
export function drillWish(
  { backup, namespaces }: DrillPlan,
  reason: string,
): RestoreWish {
  return {
    backup,
    namespaces: namespaces.map(source => ({ source, target: '' })),
    drill: true,
    volumes: 'restore',
    existing: 'none',
    reason,
  };
}

/** An empty backup proves nothing, and one that is about to go may be gone. */
function isGood({ outcome, itemsTotal, expiresAt, lifecycle }: BackupSummary) {
  return (
    lifecycle === 'finished' &&
    outcome === 'ok' &&
    itemsTotal !== 0 &&
    (!expiresAt || Date.parse(expiresAt) > Date.now())
  );
}
