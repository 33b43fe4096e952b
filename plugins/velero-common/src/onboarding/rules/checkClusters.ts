import { Finding, quoted, refusal, warning } from '../../input/Finding';
import { FleetCluster, FleetSnapshot } from '../FleetSnapshot';
import { DraftCluster, locationsOf, TenantDraft } from '../TenantDraft';
import { missingVelero } from './missingVelero';

/** Of a large fleet a message names some only. */
const MAXIMUM_NAMED = 20;

/** Each cluster is there, can be reached and has the Velero and the plugins that are needed. */
export function checkClusters(draft: TenantDraft): Finding[] {
  return draft.clusters.flatMap((cluster, index) => [
    ...repetition(draft, index),
    ...veleroFindings(draft, cluster),
  ]);
}

function veleroFindings(draft: TenantDraft, cluster: DraftCluster): Finding[] {
  const problems = veleroProblems(draft, cluster);
  return problems.length > 0 ? problems : pluginFindings(cluster);
}

function repetition({ clusters }: TenantDraft, index: number): Finding[] {
  const { name, path, request } = clusters[index];
  const first = clusters.findIndex(cluster => cluster.name === name);
  const repeated = first < index;
  const replicas = request.replicas ?? [];
  return [
    ...(repeated
      ? [
          refusal(
            'repeated',
            `${path}.cluster`,
            `Cluster ${quoted(name)} is named twice`,
            'Name each cluster once, with all of its namespaces',
          ),
        ]
      : []),
    ...replicas.flatMap((replica, i) =>
      replicaProblem(replicas, i, name).map(problem =>
        refusal(
          'repeated',
          `${path}.replicas[${i}].cluster`,
          `Cluster ${quoted(replica.cluster)} ${problem}`,
          'Name each other cluster at most once',
        ),
      ),
    ),
  ];
}

function replicaProblem(
  replicas: Array<{ cluster: string }>,
  index: number,
  own: string,
): string[] {
  const { cluster } = replicas[index];
  if (cluster === own) {
    return ['is the reader itself'];
  }
  const first = replicas.findIndex(replica => replica.cluster === cluster);
  return first < index ? ['has two replicas'] : [];
}

/** Why it is not known what the cluster's Velero can do. */
function veleroProblems(
  { fleet }: TenantDraft,
  cluster: DraftCluster,
): Finding[] {
  const { known, velero } = cluster;
  if (!known) {
    return [unknownCluster(cluster, fleet)];
  }
  if (velero) {
    return known.reachable ? [] : [unreachable(cluster, known)];
  }
  const isInstalled = !known.absences?.some(
    ({ cause }) => cause === 'not-installed',
  );
  if (!known.reachable && isInstalled) {
    return [unreachable(cluster, known)];
  }
  return cluster.request.veleroNamespace || known.veleros.length === 0
    ? missingVelero(cluster, known)
    : [ambiguousVelero(cluster, known)];
}

function unknownCluster(
  { path, name }: DraftCluster,
  { clusters }: FleetSnapshot,
): Finding {
  const names = clusters.map(cluster => cluster.name).sort();
  return refusal(
    'cluster-unknown',
    `${path}.cluster`,
    `The portal knows no cluster ${quoted(name)}`,
    names.length > 0
      ? `Choose one of ${names.slice(0, MAXIMUM_NAMED).join(', ')}`
      : 'Add it to the configuration of the portal',
  );
}

function unreachable(
  { path, name }: DraftCluster,
  { reason, missingBundle }: FleetCluster,
): Finding {
  if (missingBundle) {
    return refusal(
      'right-missing',
      `${path}.cluster`,
      `What cluster ${quoted(name)} holds cannot be read${
        reason ? `: ${reason}` : ''
      }`,
      `An administrator of the cluster grants it with the bundle deploy/rbac/${missingBundle}`,
    );
  }
  return refusal(
    'cluster-unreachable',
    `${path}.cluster`,
    `Cluster ${quoted(name)} cannot be reached${reason ? `: ${reason}` : ''}`,
    'Try again when it answers: what it holds has to be known',
  );
}

function ambiguousVelero(
  { path, name }: DraftCluster,
  { veleros }: FleetCluster,
): Finding {
  const places = veleros.map(({ namespace }) => namespace);
  return refusal(
    'velero-ambiguous',
    `${path}.veleroNamespace`,
    `Cluster ${quoted(name)} has several Velero servers`,
    `Choose one of ${places.join(', ')}`,
  );
}

function pluginFindings(cluster: DraftCluster): Finding[] {
  const providers = locationsOf(cluster).flatMap(
    ({ storage }) => storage.provider ?? [],
  );
  const plugins = new Map(
    providers.map(({ plugin }) => [plugin.objectStore, plugin.image]),
  );
  return [
    ...[...plugins].flatMap(([name, image]) =>
      pluginFinding(cluster, name, image),
    ),
    ...(providers.some(({ configOf }) => 'checksumAlgorithm' in configOf({}))
      ? checksumFindings(cluster)
      : []),
  ];
}

function pluginFinding(
  { path, name, velero }: DraftCluster,
  objectStore: string,
  image: string,
): Finding[] {
  const { objectStores } = velero!;
  if (!objectStores) {
    return [
      warning(
        'plugin-unknown',
        `${path}.cluster`,
        `Whether Velero of cluster ${quoted(
          name,
        )} has the plugin ${objectStore} is not known`,
      ),
    ];
  }
  return objectStores.includes(objectStore)
    ? []
    : [
        refusal(
          'plugin-missing',
          `${path}.cluster`,
          `Velero of cluster ${quoted(name)} has no plugin ${objectStore}`,
          `Add it, by velero plugin add ${image}:<version>`,
        ),
      ];
}

/** These versions send checksums although they are asked not to. */
function checksumFindings({ path, name, velero }: DraftCluster): Finding[] {
  const image = velero!.pluginImages?.find(text =>
    /velero-plugin-for-aws:v1\.14\.[12]$/.test(text),
  );
  return image
    ? [
        warning(
          'plugin-version',
          `${path}.cluster`,
          `Velero of cluster ${quoted(
            name,
          )} has ${image}, which sends checksums that this store may refuse; 1.14.0, or 1.14.3 and later, do not`,
        ),
      ]
    : [];
}
