import { isJsonObject, JsonObject } from '../clusters/http/json';

/** Hooks, and what early Velero noted snapshots of files by: for these, too, Velero runs a program, and writes into volumes. */
const HOOK = /^(.*\.hook\.restore|snapshot)\.velero\.io\//;

/**
 * Whether a pod has Velero run something when it is restored. What cannot be read counts as one that has: whoever may write
 * into the bucket decides what an archive holds.
 */
export function hasRestoreHook(pod: JsonObject | undefined): boolean {
  const metadata = pod?.metadata;
  const annotations = isJsonObject(metadata) ? metadata.annotations : {};
  return (
    !isJsonObject(metadata) ||
    Object.keys(annotations ?? {}).some(key => HOOK.test(key))
  );
}
