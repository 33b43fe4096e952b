import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../api/KubernetesObject';

/** The merge patch that makes one object of another. */
export function patchBetween(
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]];
    if (isRecord(before) && isRecord(after)) {
      const inner = patchBetween(before, after);
      if (Object.keys(inner).length > 0) {
        patch[key] = inner;
      }
    } else if (!isDeepStrictEqual(before, after)) {
      patch[key] = after ?? null;
    }
  }
  return patch;
}
