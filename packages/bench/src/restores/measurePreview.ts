import { Child } from '../Child';
import { atMost, measured, Result } from '../printTable';
import { percentile } from '../statistics';
import { Previews, PREVIEWED_NAMESPACE } from './Previews';
import { Replica } from './Replica';
import { RestoreClusters } from './restoreRoles';

/** Each is looked at for the first time once. */
const BACKUPS = 40;
/** Of a backup whose list is known. */
const REPEATED = 200;

/** A namespace that is not there. */
const ELSEWHERE = 'payments-restore-1';

/** How long it takes until somebody sees what a restore of a large backup would do. */
export async function measurePreview(database: string): Promise<Result[]> {
  const { child: clusters, ready } = await Child.start<never, RestoreClusters>(
    'restores/previewClustersProcess',
    { BENCH_PREVIEW_BACKUPS: String(BACKUPS + 1) },
  );
  const replica = new Replica({
    BENCH_DATABASE: database,
    BENCH_CLUSTERS: JSON.stringify(ready.clusters),
    BENCH_USERS: '1',
  });
  try {
    await replica.start();
    return await measureOn(replica);
  } finally {
    await replica.stop();
    await clusters.stop();
  }
}

async function measureOn(replica: Replica): Promise<Result[]> {
  const previews = new Previews(replica);
  await previews.untilReady();
  const first: number[] = [];
  for (let i = 1; i <= BACKUPS; i++) {
    first.push(await previews.look(i, ELSEWHERE));
  }
  const again: number[] = [];
  const inPlace: number[] = [];
  for (let i = 0; i < REPEATED; i++) {
    again.push(await previews.look(BACKUPS, ELSEWHERE));
    inPlace.push(await previews.look(BACKUPS, PREVIEWED_NAMESPACE));
  }
  return [
    measured('objects of a backup that is previewed', previews.objects, ''),
    ...resultsOf('first preview', first, 5_000),
    ...resultsOf('preview with its list at hand', again, 1_000),
    ...resultsOf('the same over what is there', inPlace, 1_000),
  ];
}

function resultsOf(what: string, times: number[], goal: number): Result[] {
  return [
    measured(`  ${what}, p50`, percentile(times, 0.5), 'ms'),
    atMost(`  ${what}, p99`, percentile(times, 0.99), 'ms', goal),
  ];
}
