import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureFreshness } from './measureFreshness';
import { measurePages } from './measurePages';
import { measureSync } from './measureSync';
import { Child } from './Child';
import { printTable, Result } from './printTable';
import { SandboxReady, SandboxRequest } from './roles';

const NAMESPACES = 50;
const BACKUPS = Number(process.env.BENCH_BACKUPS ?? 50_000);
const OUTPUT = process.env.BENCH_OUTPUT ?? 'bench.json';

async function run(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'velero-bench-'));
  const database = process.env.BENCH_DATABASE ?? join(folder, 'velero.sqlite');
  const { child: sandbox, ready } = await Child.start<
    SandboxRequest,
    SandboxReady
  >('sandboxProcess', {
    BENCH_BACKUPS: String(BACKUPS),
    BENCH_NAMESPACES: String(NAMESPACES),
  });
  const probed = BACKUPS / NAMESPACES;
  const setup = { sandbox, ready, database, backups: BACKUPS, probed };
  try {
    const results: Result[] = [];
    for (const measure of [measureSync, measurePages, measureFreshness]) {
      const measured = await measure(setup);
      printTable(measured);
      results.push(...measured);
    }
    return results;
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  }
}

async function main() {
  const results = await run();
  const report = {
    backups: BACKUPS,
    node: process.version,
    at: new Date().toISOString(),
    results,
  };
  await writeFile(OUTPUT, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = results.every(result => result.reached) ? 0 : 1;
}

main();
