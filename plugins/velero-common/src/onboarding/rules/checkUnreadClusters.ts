import { Finding, warning } from '../../input/Finding';
import { FleetCluster } from '../FleetSnapshot';
import { TenantDraft } from '../TenantDraft';

/** Of a large fleet a message names some only. */
const MAXIMUM_NAMED = 20;

/** That a place is free is told from what is known; of a cluster that was never read that is nothing. */
export function checkUnreadClusters({
  clusters,
  fleet,
}: TenantDraft): Finding[] {
  const wanted = clusters.map(({ name }) => name);
  const names = fleet.clusters
    .filter(isUnread)
    .map(({ name }) => name)
    .filter(name => !wanted.includes(name));
  const more = names.length > MAXIMUM_NAMED ? ', and others' : '';
  return names.length > 0
    ? [
        warning(
          'places-unknown',
          'clusters',
          `Whether a place is taken by one of these clusters is not known, as they cannot be reached and no storage location of theirs was ever read: ${names
            .slice(0, MAXIMUM_NAMED)
            .join(', ')}${more}`,
        ),
      ]
    : [];
}

/** The Velero servers of a cluster that is away are known by their storage locations. */
function isUnread({
  reachable,
  veleros,
  absences = [],
}: FleetCluster): boolean {
  const isInstalled = !absences.some(({ cause }) => cause === 'not-installed');
  return !reachable && veleros.length === 0 && isInstalled;
}
