import { BACKUP_ANNOTATIONS } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { backupObject, BackupOrder } from './backupObject';
import { NO_BACKUP } from './nothing';
import { notKnown } from './notKnown';
import { toOperationError } from './toOperationError';

/** How often the object is sent when no answer comes. */
const ATTEMPTS = 2;

/**
 * Puts one Backup into a cluster, at most once: the name is fixed before, and the object carries the id of the request,
 * so that after an answer that was lost a look at the name tells what came of it.
 */
export class BackupWriter {
  readonly #connection: ClusterConnection;
  readonly #order: BackupOrder;

  constructor(options: { connection: ClusterConnection; order: BackupOrder }) {
    this.#connection = options.connection;
    this.#order = options.order;
  }

  /**
   * Nobody can cut this short but its own time limits: what was sent cannot be taken back.
   *
   * @returns false when the name belongs to another backup
   * @throws OperationError `not-known` when nobody can tell; any other error says that nothing was made
   */
  async write(): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#connection.create({
          ...backupObject(this.#order),
          signal: new AbortController().signal,
        });
        return true;
      } catch (error) {
        if (!mayBeThere(error)) {
          const { cluster } = this.#order;
          throw toOperationError(error, {
            cluster,
            bundle: 'backup',
            nothing: NO_BACKUP,
          });
        }
        const found = await this.isThere();
        if (found !== undefined) {
          return found;
        }
        if (attempt === ATTEMPTS) {
          throw notKnown(this.#order);
        }
      }
    }
  }

  /**
   * Whether the backup of that name is ours; `undefined` when there is none.
   *
   * @throws OperationError `not-known` when the cluster does not say
   */
  async isThere(): Promise<boolean | undefined> {
    const { veleroNamespace, name, requestId, userRef } = this.#order;
    try {
      const { metadata } = await this.#connection.get({
        resource: 'backups',
        namespace: veleroNamespace,
        name,
        signal: new AbortController().signal,
      });
      const { annotations = {} } = metadata;
      // The id of a request is chosen by whoever sends it, so that it tells nothing of others.
      return (
        annotations[BACKUP_ANNOTATIONS.requestId] === requestId &&
        annotations[BACKUP_ANNOTATIONS.requestedBy] === userRef
      );
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-found') {
        return undefined;
      }
      throw notKnown(this.#order);
    }
  }
}

function mayBeThere(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    ['exists', 'unreachable', 'malformed'].includes(error.kind)
  );
}
