import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from '../Child';
import { atMost, measured, Result } from '../printTable';
import { Replica } from './Replica';
import { RestoreCampaign } from './RestoreCampaign';
import {
  RestoreClusters,
  RestoreClustersRequest,
  RestoreCount,
} from './restoreRoles';

const REQUESTS = Number(process.env.BENCH_RESTORES ?? 1_000);
const CLUSTERS = 20;
const REQUESTS_PER_USER = 5;
/** Of all requests to clusters. */
const LOSSES = 0.02;
/** Requests between two kills; not a time, so that a slow machine gets as far between them as a fast one. */
const REQUESTS_PER_KILL = 300;
/** Made when all replicas are down: namespaces that requests are to make, which makes them stale. */
const CHANGES = 20;
/** Among how many of the newest requests those are looked for that Velero was not asked for yet. */
const CANDIDATES = 200;

/** Requests under kills, cut connections, lost answers and changes: each is carried out once, or not at all. */
export async function measureRestores(database: string): Promise<Result[]> {
  const { child: clusters, ready } = await Child.start<
    RestoreClustersRequest,
    RestoreClusters
  >('restores/clustersProcess', { BENCH_CLUSTERS: String(CLUSTERS) });
  const users = Math.ceil(REQUESTS / REQUESTS_PER_USER);
  const settings = {
    BENCH_DATABASE: database,
    BENCH_CLUSTERS: JSON.stringify(ready.clusters),
    BENCH_USERS: String(users),
  };
  // SQLite is for one.
  const count = database.startsWith('postgres') ? 2 : 1;
  const replicas = Array.from({ length: count }, () => new Replica(settings));
  const begin = performance.now();
  try {
    // The first one makes the tables, which two cannot do at once.
    for (const replica of replicas) {
      await replica.start();
    }
    const campaign = new RestoreCampaign({
      replicas,
      requests: REQUESTS,
      clusters: ready.clusters.map(({ name }) => name),
      perUser: REQUESTS_PER_USER,
    });
    await clusters.ask({ ask: 'chaos', share: LOSSES });
    const ended = new AbortController();
    const trouble = makeTrouble({ replicas, clusters, campaign, ended });
    await campaign.send();
    await campaign.untilEnded();
    ended.abort();
    const changed = await trouble;
    await clusters.ask({ ask: 'chaos', share: 0 });
    const { made, lost, cuts } = await clusters.ask<RestoreCount>({
      ask: 'restores',
    });
    const seconds = (performance.now() - begin) / 1_000;
    return [
      measured('requests for restores', REQUESTS, ''),
      measured('  clusters', CLUSTERS, ''),
      measured('  replicas', count, ''),
      measured(
        '  kills',
        replicas.reduce((sum, r) => sum + r.kills, 0),
        '',
      ),
      measured('  questions and answers lost', lost, ''),
      measured('  times that a cluster lost all connections', cuts, ''),
      measured('  time', seconds, 's'),
      measured('  requests per second', REQUESTS / seconds, '/s'),
      measured('  changed while nobody looked', changed.size, ''),
      ...campaign
        .verdict({ made, changed })
        .map(([what, value]) => atMost(`  ${what}`, value, '', 0)),
      ...campaign
        .states()
        .map(([state, number]) => measured(`  ${state}`, number, '')),
    ];
  } finally {
    await Promise.all(replicas.map(replica => replica.stop()));
    await clusters.stop();
  }
}

/** Kills replicas one by one; now and then all of them, to change what was agreed to while nobody can ask Velero. */
async function makeTrouble(options: {
  replicas: Replica[];
  clusters: Child<RestoreClustersRequest>;
  campaign: RestoreCampaign;
  ended: AbortController;
}): Promise<Set<string>> {
  const { replicas, clusters, campaign, ended } = options;
  const changed = new Set<string>();
  for (let round = 1; ; round++) {
    // Each request goes by twice: when it is sent, and when it has ended.
    await campaign.untilProgress(2 * REQUESTS_PER_KILL * round, ended.signal);
    if (ended.signal.aborted) {
      break;
    }
    const isChange = round % 3 === 0;
    const victims = isChange ? replicas : [replicas[round % replicas.length]];
    await Promise.all(victims.map(replica => replica.kill()));
    if (isChange) {
      // What was sent before has arrived by then.
      await sleep(500);
      const answer = await clusters.ask<RestoreCount>({
        ask: 'change',
        namespaces: campaign.newest(CANDIDATES),
        count: CHANGES,
      });
      answer.changed.forEach(({ namespace }) => changed.add(namespace));
    }
    await Promise.all(victims.map(replica => replica.start()));
  }
  return changed;
}
