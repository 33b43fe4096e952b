import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { allCases } from './cases/allCases';
import { selectCases } from './runner/selectCases';
import { parseOptions, RunnerOptions } from './runner/parseOptions';
import { printResult, printSummary } from './runner/printResult';
import { runCases } from './runner/runCases';
import { startTarget } from './target/startTarget';

async function run(options: RunnerOptions, signal: AbortSignal) {
  const cases = selectCases(allCases, options.only);
  const target = await startTarget(options, signal);
  try {
    const { parallel, record, again } = options;
    const results = await runCases({
      target,
      cases,
      parallel,
      record,
      again,
      signal,
      onResult: printResult,
    });
    printSummary(results);
    return results;
  } finally {
    await target.stop();
  }
}

async function main() {
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => interrupt.abort(new Error(`Ended by ${name}`)));
  }
  const options = parseOptions(process.argv.slice(2));
  if (options.output) {
    await mkdir(dirname(options.output), { recursive: true });
  }
  const results = await run(options, interrupt.signal);
  if (options.output) {
    const report = { target: options.target, results };
    await writeFile(options.output, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.exitCode = results.some(({ outcome }) => outcome === 'failed')
    ? 1
    : 0;
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
