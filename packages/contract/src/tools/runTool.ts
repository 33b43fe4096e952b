import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Above the longest wait of Velero's queue. */
const LIMIT_MILLIS = 300_000;

export interface ToolOptions {
  /** The path of the program. */
  file: string;
  args: string[];
  kubeconfig: string;
  /** Where it works and keeps what it remembers: servers must not get what it has learned from others. */
  folder: string;
  /** Beyond what every program gets. */
  env?: Record<string, string>;
  input?: string;
  /** Ends a program that would go on for ever as soon as it has printed this. */
  until?: (stdout: string) => boolean;
  signal: AbortSignal;
}

export interface ToolRun {
  /** Absent when it was ended because it had printed enough. */
  code?: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line tool on a cluster to its end. */
export async function runTool(options: ToolOptions): Promise<ToolRun> {
  const limit = AbortSignal.timeout(LIMIT_MILLIS);
  const process = start(options, AbortSignal.any([options.signal, limit]));
  const enough = endWhenEnough(process, options.until);
  const ended = new Promise<number | null>((resolve, reject) => {
    process.once('error', reject);
    process.once('close', resolve);
  });
  process.stdin.end(options.input);
  const [code, stdout, stderr] = await Promise.all([
    ended,
    text(process.stdout),
    text(process.stderr),
  ]).catch(error => {
    throw new Error(describe(options, error));
  });
  if (code === null && !enough()) {
    throw new Error(describe(options, new Error(`it was killed; ${stderr}`)));
  }
  return { ...(code !== null && !enough() && { code }), stdout, stderr };
}

function start(options: ToolOptions, signal: AbortSignal) {
  const { file, args, kubeconfig, folder, env } = options;
  return spawn(file, args, {
    cwd: folder,
    signal,
    env: {
      PATH: globalThis.process.env.PATH,
      HOME: folder,
      TMPDIR: folder,
      TZ: 'UTC',
      KUBECONFIG: kubeconfig,
      ...env,
    },
  });
}

function endWhenEnough(
  process: ReturnType<typeof start>,
  until?: ToolOptions['until'],
): () => boolean {
  let stdout = '';
  let enough = false;
  if (until) {
    process.stdout.on('data', chunk => {
      stdout += chunk;
      if (!enough && until(stdout)) {
        enough = true;
        process.kill();
      }
    });
  }
  return () => enough;
}

function describe({ file, args }: ToolOptions, error: Error): string {
  const name = file.split('/').pop();
  return `\`${name} ${args.join(' ')}\` did not end well: ${error.message}`;
}
