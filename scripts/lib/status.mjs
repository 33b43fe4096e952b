import { formatElapsed } from './elapsed.mjs';

const NO_TERMINAL_INTERVAL = 15_000;
const TERMINAL_INTERVAL = 1_000;

/**
 * Says what is being done, and for how long already, until the work ends.
 *
 * A terminal shows one line that counts; elsewhere a line appears at the start, now and then, and at the end.
 */
export async function withStatus(
  what,
  work,
  { output = process.stdout, describe = () => 'done' } = {},
) {
  const startedAt = Date.now();
  const write = (ending = '') => {
    const line = `${what} … ${formatElapsed(Date.now() - startedAt)}${ending}`;
    output.write(output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const interval = output.isTTY ? TERMINAL_INTERVAL : NO_TERMINAL_INTERVAL;
  const timer = setInterval(() => write(), interval);
  write();
  try {
    const result = await work();
    write(` ${describe(result)}`);
    return result;
  } finally {
    clearInterval(timer);
    if (output.isTTY) {
      output.write('\n');
    }
  }
}
