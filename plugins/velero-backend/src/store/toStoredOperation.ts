import { StoredOperation } from './OperationStore';
import { OperationRow } from './tables';

/** Reads an operation from its row. */
export function toStoredOperation(row: OperationRow): StoredOperation {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    userRef: row.user_ref,
    state: row.state,
    cancelled: Boolean(row.cancelled),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    task: row.task,
    progress: row.progress,
  };
}
