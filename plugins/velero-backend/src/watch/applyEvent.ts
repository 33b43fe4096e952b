import { WatchEvent } from '../clusters/ClusterConnection';
import { SinkBatch } from './SinkBatch';

export async function applyEvent(
  event: WatchEvent,
  batch: SinkBatch,
): Promise<void> {
  switch (event.type) {
    case 'DELETED':
      return batch.remove(event.object);
    case 'BOOKMARK':
      return undefined;
    default:
      return batch.put(event.object);
  }
}

export function isBookmark({ type }: WatchEvent): boolean {
  return type === 'BOOKMARK';
}
