import { execFile, ExecFileException } from 'node:child_process';
import { promisify } from 'node:util';

const LIMIT_MILLIS = 10_000;
const ABSENT = 'there is no program `unshare`, of util-linux';

/** How commands get into a network namespace of their own. */
export interface NamespaceWay {
  /** Goes before a command that shall run in a new namespace. */
  create: string[];
  /** Goes before a command that shall run in the namespace of a process. */
  enter(pid: number): string[];
}

const AS_ROOT: NamespaceWay = {
  create: ['unshare', '--net', '--'],
  enter: pid => ['nsenter', `--net=/proc/${pid}/ns/net`, '--'],
};

const AS_ANY_USER: NamespaceWay = {
  create: ['unshare', '--user', '--map-root-user', '--net', '--'],
  enter: pid => [
    'nsenter',
    `--user=/proc/${pid}/ns/user`,
    `--net=/proc/${pid}/ns/net`,
    '--preserve-credentials',
    '--',
  ],
};

/** The way that works on this machine, or why none does. */
export async function findNamespaceWay(
  signal: AbortSignal,
): Promise<NamespaceWay | { reason: string }> {
  const rootProblem = await tryWay(AS_ROOT, signal);
  if (!rootProblem) {
    return AS_ROOT;
  }
  const userProblem = await tryWay(AS_ANY_USER, signal);
  if (!userProblem) {
    return AS_ANY_USER;
  }
  return {
    reason: `no network namespace can be made (${rootProblem}; with a user namespace: ${userProblem})`,
  };
}

/** What stands against it. */
async function tryWay({ create, enter }: NamespaceWay, signal: AbortSignal) {
  const entering = enter(process.pid)[0];
  const test = `ip link set lo up && command -v ${entering}`;
  const [program, ...args] = [...create, 'sh', '-c', test];
  const options = { signal, timeout: LIMIT_MILLIS };
  try {
    await promisify(execFile)(program, args, options);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    const { code, stderr, message } = error as ExecFileException & {
      stderr?: string;
    };
    return code === 'ENOENT' ? ABSENT : stderr?.trim() || message;
  }
}
