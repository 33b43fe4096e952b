import { parseGoDuration } from './goDuration';
import { valueAt } from './lenient';

/** A duration in an object that Velero cannot read. @public */
export interface UndecodableDuration {
  /** Path of the field, as `spec.ttl`. */
  field: string;
  /** Why, in Go's words. */
  problem: string;
  /** What was probably meant, as `720h`. */
  hint?: string;
}

const DURATIONS = ['ttl', 'csiSnapshotTimeout', 'itemOperationTimeout'];

/**
 * Finds a duration in a Backup or Schedule that Velero cannot read. The API server accepts any text there, and one such
 * object stops the whole Velero server: it cannot list the kind any more.
 *
 * @public
 */
export function undecodableDurationOf(
  resource: 'backups' | 'schedules',
  object: unknown,
): UndecodableDuration | undefined {
  const path = resource === 'backups' ? ['spec'] : ['spec', 'template'];
  const spec = valueAt(object, ...path);
  const fields = [
    ...DURATIONS.map(name => ({ name, value: valueAt(spec, name) })),
    ...hookTimeouts(valueAt(spec, 'hooks', 'resources')),
  ];
  for (const { name, value } of fields) {
    const unread = typeof value === 'string' && parseGoDuration(value);
    if (unread && unread.problem !== undefined) {
      const { problem, hint } = unread;
      return {
        field: [...path, name].join('.'),
        problem,
        ...(hint && { hint }),
      };
    }
  }
  return undefined;
}

function hookTimeouts(resources: unknown) {
  return listOf(resources).flatMap(resource =>
    ['pre', 'post'].flatMap(when =>
      listOf(valueAt(resource, when)).map(hook => ({
        name: `hooks.resources.${when}.exec.timeout`,
        value: valueAt(hook, 'exec', 'timeout'),
      })),
    ),
  );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
