import { once } from 'node:events';
import { RealVelero } from './RealVelero';
import { SetupError } from './SetupError';
import { startRealVelero } from './startRealVelero';

const USAGE = 'Say how many regions to start: 1 or 2.';

async function main([regions = '1']: string[]) {
  if (regions !== '1' && regions !== '2') {
    throw new SetupError(USAGE);
  }
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, () => interrupt.abort());
  }
  const { signal } = interrupt;
  const real = await startRealVelero({
    regions: regions === '1' ? 1 : 2,
    onProgress: print,
    signal,
  });
  print(describe(real));
  // Nothing of the run keeps the event loop alive.
  const heart = setInterval(() => {}, 60_000);
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
  clearInterval(heart);
  print('stopping …');
  await real.stop();
}

function describe({
  clusters,
  objectStore,
  tools,
  missingRegion,
}: RealVelero): string {
  const lines = clusters.flatMap(({ name, url, kubeconfig }) => [
    `Region ${name} at ${url}`,
    `  ${tools.kubectl} --kubeconfig ${kubeconfig} get backups -A`,
    `  ${tools.velero} --kubeconfig ${kubeconfig} backup create first --wait`,
  ]);
  return [
    '',
    ...lines,
    `Objects are files in ${objectStore.folder}`,
    ...(missingRegion ? [`There is no region b: ${missingRegion}`] : []),
    'Ctrl-C ends it.',
  ].join('\n');
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch(error => {
  const { name, message, stack } = error as Error;
  if (name !== 'AbortError') {
    process.stderr.write(`${name === 'SetupError' ? message : stack}\n`);
  }
  process.exitCode = 1;
});
