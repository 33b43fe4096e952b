/** Kubernetes cuts label values there, and Velero puts names of backups into labels. */
const MAXIMUM = 63;

/** Of names that do not fit, so much of the cluster stays; the entity gets the rest. */
const CLUSTER_SHARE = 24;

/**
 * Names a backup that is made by hand: entity, cluster and time, as `payments-api-eu-west-20261123094112`. The cluster
 * is in it because two clusters that share a bucket must never choose one name: the second backup would fail, and its
 * removal would take the data of the first. A cluster whose name had to be changed is told apart by a digest of it.
 *
 * @param options - `attempt` from 1; the later ones get a suffix of their own
 * @public
 */
export function backupNameOf(options: {
  entity: string;
  cluster: string;
  time: Date;
  attempt?: number;
}): string {
  const { entity, cluster, time, attempt = 1 } = options;
  const stamp = time.toISOString().replace(/\D/g, '').slice(0, 14);
  const end = attempt > 1 ? `${stamp}-${attempt}` : stamp;
  const room = MAXIMUM - end.length - 2;
  const clusterPart = shortened(cluster, CLUSTER_SHARE);
  const entityPart = labelOf(entity, room - clusterPart.length) || 'backup';
  return `${entityPart}-${clusterPart}-${end}`;
}

/** The text where it can stand in a DNS label as it is, else what can stand of it with a digest of all of it. */
export function shortened(text: string, length: number): string {
  const label = labelOf(text, length);
  return label === text
    ? label
    : `${labelOf(text, length - 7) || 'x'}-${digestOf(text)}`;
}

/** What may stand in a DNS label, of at most this length. */
function labelOf(text: string, length: number): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, length)
    .replace(/-$/, '');
}

/** FNV-1a in six letters: enough to tell the clusters of a fleet apart, and there in browsers, too. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, '0').slice(-6);
}
