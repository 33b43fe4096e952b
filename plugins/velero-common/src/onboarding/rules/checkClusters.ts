import { Finding, quoted, refusal, warning } from '../Finding';
import { DraftCluster, locationsOf, TenantDraft } from '../TenantDraft';

/** Each cluster is there, can be reached and has the Velero and the plugins that are needed. */
export function checkClusters(draft: TenantDraft): Finding[] {
  return draft.clusters.flatMap((cluster, index) => [
    ...repetition(draft, index),
    ...(velerosProblem(draft, cluster) ?? pluginFindings(cluster)),
  ]);
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
function velerosProblem(
  { fleet }: TenantDraft,
  { path, name, known, velero, request }: DraftCluster,
): Finding[] | undefined {
  const field = `${path}.cluster`;
  if (!known) {
    const names = fleet.clusters.map(cluster => cluster.name).sort();
    return [
      refusal(
        'cluster-unknown',
        field,
        `The portal knows no cluster ${quoted(name)}`,
        `Choose one of ${
          names.slice(0, 20).join(', ') ||
          'none yet: add it to the configuration'
        }`,
      ),
    ];
  }
  if (!known.reachable) {
    return [
      refusal(
        'cluster-unreachable',
        field,
        `Cluster ${quoted(name)} cannot be reached${
          known.reason ? `: ${known.reason}` : ''
        }`,
        'Try again when it answers: what it holds has to be known',
      ),
    ];
  }
  if (velero) {
    return undefined;
  }
  const places = known.veleros.map(({ namespace }) => namespace);
  return request.veleroNamespace || places.length === 0
    ? [
        refusal(
          'velero-missing',
          request.veleroNamespace ? `${path}.veleroNamespace` : field,
          `Cluster ${quoted(name)} has no Velero${
            request.veleroNamespace
              ? ` in namespace ${quoted(request.veleroNamespace)}`
              : ''
          }`,
          places.length > 0
            ? `Choose one of ${places.join(', ')}`
            : 'Install Velero there first',
        ),
      ]
    : [
        refusal(
          'velero-ambiguous',
          `${path}.veleroNamespace`,
          `Cluster ${quoted(name)} has several Velero servers`,
          `Choose one of ${places.join(', ')}`,
        ),
      ];
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
