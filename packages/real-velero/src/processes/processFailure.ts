import { logTail } from '../files/logTail';
import { SetupError } from '../SetupError';
import { Ending } from './GuardedProcess';

export interface ProcessFailure {
  /** What is wrong, naming the process. */
  problem: string;
  logFile: string;
}

/** An error that says what is wrong with a process, shows its last lines and tells where the rest is. */
export async function processFailure(
  failure: ProcessFailure,
): Promise<SetupError> {
  const { problem, logFile } = failure;
  const lines = await logTail(logFile);
  const shown = lines
    ? `The last lines of its log:\n${lines.replace(/^/gm, '  ')}`
    : 'It wrote nothing.';
  return new SetupError(`${problem}. ${shown}\nThe whole log: ${logFile}`);
}

export function describeEnding({ code, signal, error }: Ending): string {
  if (error) {
    return `could not be started (${error.message})`;
  }
  return signal ? `was ended by ${signal}` : `ended with code ${code}`;
}
