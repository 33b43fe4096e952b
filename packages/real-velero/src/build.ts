import { buildTools } from './tools/buildTools';

async function main() {
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, () => interrupt.abort());
  }
  const onProgress = (step: string) => process.stdout.write(`${step}\n`);
  await buildTools({ onProgress, signal: interrupt.signal });
}

main().catch(error => {
  const { name, message, stack } = error as Error;
  if (name !== 'AbortError') {
    process.stderr.write(`${name === 'SetupError' ? message : stack}\n`);
  }
  process.exitCode = 1;
});
