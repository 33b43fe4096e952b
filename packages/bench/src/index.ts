import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureArtifacts } from './measureArtifacts';
import { measureFreshness } from './measureFreshness';
import { measurePages } from './measurePages';
import { measureProtection } from './measureProtection';
import { measureSync } from './measureSync';
import { Child } from './Child';
import { printTable, Result } from './printTable';
import { SandboxReady, SandboxRequest } from './roles';
import { measurePreview } from './restores/measurePreview';
import { measureRestores } from './restores/measureRestores';
import { BenchSetup } from './startBackend';

const NAMESPACES = 50;
const BACKUPS = Number(process.env.BENCH_BACKUPS ?? 50_000);
const OUTPUT = process.env.BENCH_OUTPUT ?? 'bench.json';

type Measure<TSetup> = (setup: TSetup) => Promise<Result[]>;

/** Starts simulated clusters in a process of their own and measures on them, one after the other. */
async function measureOn<TSetup extends BenchSetup>(options: {
  role: string;
  extra: Omit<TSetup, keyof BenchSetup>;
  measures: Measure<TSetup>[];
}): Promise<Result[]> {
  return withDatabase(database => measureWith(database, options));
}

/** Gives the database of the settings, or one of its own that is thrown away. */
async function withDatabase<T>(use: (database: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'velero-bench-'));
  try {
    return await use(
      process.env.BENCH_DATABASE ?? join(folder, 'velero.sqlite'),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureWith<TSetup extends BenchSetup>(
  database: string,
  options: {
    role: string;
    extra: Omit<TSetup, keyof BenchSetup>;
    measures: Measure<TSetup>[];
  },
): Promise<Result[]> {
  const { role, extra, measures } = options;
  const { child: sandbox, ready } = await Child.start<
    SandboxRequest,
    SandboxReady
  >(role, {
    BENCH_BACKUPS: String(BACKUPS),
    BENCH_NAMESPACES: String(NAMESPACES),
  });
  const setup = { sandbox, ready, database, ...extra } as TSetup;
  try {
    const results: Result[] = [];
    for (const measure of measures) {
      const measured = await measure(setup);
      printTable(measured);
      results.push(...measured);
    }
    return results;
  } finally {
    await sandbox.stop();
  }
}

const groups = {
  cluster: () =>
    measureOn({
      role: 'sandboxProcess',
      extra: { backups: BACKUPS, probed: BACKUPS / NAMESPACES },
      measures: [measureSync, measurePages, measureFreshness],
    }),
  fleet: () =>
    measureOn({
      role: 'fleetProcess',
      extra: {},
      measures: [measureProtection, measureArtifacts],
    }),
  preview: async () => {
    const results = await withDatabase(measurePreview);
    printTable(results);
    return results;
  },
  restores: async () => {
    const results = await withDatabase(measureRestores);
    printTable(results);
    return results;
  },
};

/** Runs the groups that are named, or all. */
async function run(): Promise<Result[]> {
  const names = process.argv.slice(2);
  const results: Result[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (names.length === 0 || names.includes(name)) {
      results.push(...(await measure()));
    }
  }
  return results;
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
