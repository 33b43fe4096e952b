import { evaluateRestore, RestoreVerdict } from '../evaluateRestore';
import { RestoreCheckId } from '../RestoreCheck';
import { RestoreExample, restoreExample } from './restoreExample';

/** The verdict on the example, changed. */
export function verdictOn(
  change: (example: RestoreExample) => void = () => {},
): RestoreVerdict {
  const example = restoreExample();
  change(example);
  return evaluateRestore(example);
}

/** What was found of some kinds, as `level: message`, with what to do behind an arrow. */
export function findingsOn(
  change: (example: RestoreExample) => void,
  ...ids: RestoreCheckId[]
): string[] {
  return verdictOn(change)
    .checks.filter(({ id }) => ids.includes(id))
    .map(
      ({ level, message, remedy }) =>
        `${level}: ${message}${remedy ? ` → ${remedy}` : ''}`,
    );
}
