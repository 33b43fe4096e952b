import { createHash } from 'node:crypto';
import {
  canonicalJson,
  drillNamespaceOf,
  RestoreWish,
} from 'backstage-plugin-velero-common';

const DIGITS = 8;

/**
 * Names the scratch namespaces of a drill: the same for the same request, and others for any other one, so that no two
 * share one and nobody chooses it.
 *
 * @returns other wishes as they are
 */
export function namedDrill(
  wish: RestoreWish,
  request: { userRef: string; key: string },
): RestoreWish {
  return wish.drill
    ? {
        ...wish,
        namespaces: wish.namespaces.map(({ source }) => ({
          source,
          target: drillTargetOf(source, request),
        })),
      }
    : wish;
}

/** The scratch namespace that follows from a request. */
export function drillTargetOf(
  source: string,
  { userRef, key }: { userRef: string; key: string },
): string {
  const digest = createHash('sha256')
    .update(canonicalJson([userRef, key, source]))
    .digest('hex')
    .slice(0, DIGITS);
  return drillNamespaceOf({ source, digest });
}
