import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './UserError.mjs';
import { explainFailure } from './explainFailure.mjs';
import { relativeToRoot } from './paths.mjs';
import { tail } from './tail.mjs';

const SEARCHED_LINES = 200;
const SHOWN_LINES = 15;

/** Runs a command to its end with the output in a log file; a failure names its cause and shows the last lines. */
export async function runLogged({
  processes,
  what,
  command,
  args,
  logFile,
  explain = explainFailure,
  ...options
}) {
  await mkdir(path.dirname(logFile), { recursive: true });
  const output = await open(logFile, 'w');
  const stdio = ['ignore', output.fd, output.fd];
  const child = processes.start(command, args, { ...options, stdio });
  const { code, signal, error } = await child.exited;
  await output.close();
  if (code === 0) {
    return;
  }
  const log = relativeToRoot(logFile);
  const cause = await explain(await tail(logFile, SEARCHED_LINES));
  if (cause) {
    throw new UserError(`${what} failed: ${cause} (whole log: ${log}).`);
  }
  const lines = await tail(logFile, SHOWN_LINES);
  const ending = error?.message ?? `it ended with ${signal ?? `code ${code}`}`;
  throw new UserError(
    `${lines}\n\n${what} failed: ${ending} (whole log: ${log}).`,
  );
}
