import { WatchEvent } from '../ClusterConnection';
import {
  isJsonObject,
  isKubernetesObject,
  malformed,
  parseJsonObject,
} from './json';
import { Right } from './resources';
import { statusError } from './responseError';

const WHAT = 'An event from the cluster';
const TYPES = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);

/** An error event is thrown: it tells about the watch and is no change. */
export function parseWatchLine(line: Buffer, right: Right): WatchEvent {
  const { type, object } = parseJsonObject(line, WHAT);
  if (type === 'ERROR' && isJsonObject(object)) {
    throw statusError(object, right);
  }
  if (!isEventType(type) || !isKubernetesObject(object)) {
    throw malformed(WHAT);
  }
  return { type, object };
}

function isEventType(type: unknown): type is WatchEvent['type'] {
  return typeof type === 'string' && TYPES.has(type);
}
