import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SetupError } from '../SetupError';

const NEEDED = [1, 26];
const LIMIT_MILLIS = 30_000;
const ADVICE =
  'install Go from https://go.dev/dl and see to it that `go version` finds it';

/** Refuses a Go that is absent or too old to build the tools. */
export async function assertGo(env: NodeJS.ProcessEnv): Promise<void> {
  const needed = NEEDED.join('.');
  const found = await findGo(env);
  if (!found) {
    throw new SetupError(
      `Building the tools needs Go ${needed} or newer, and there is no \`go\` on the path: ${ADVICE}.`,
    );
  }
  const [major, minor] = /go(\d+)\.(\d+)/.exec(found)?.slice(1) ?? [];
  if (Number(major) !== NEEDED[0] || Number(minor) < NEEDED[1]) {
    throw new SetupError(
      `Building the tools needs Go ${needed} or newer, and this is "${found}": ${ADVICE}.`,
    );
  }
}

async function findGo(env: NodeJS.ProcessEnv) {
  try {
    const options = { env, timeout: LIMIT_MILLIS };
    const { stdout } = await promisify(execFile)('go', ['version'], options);
    return stdout.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw new SetupError(
      `Building the tools needs Go ${NEEDED.join(
        '.',
      )}, and \`go version\` fails: ${(error as Error).message}`,
    );
  }
}
