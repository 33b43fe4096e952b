import { FleetSnapshot } from '../FleetSnapshot';
import { Finding, refusal } from '../Finding';
import { addressKindOf, unwrapped } from '../net/addressKind';
import {
  IpAddress,
  isInRange,
  parseIpAddress,
  parseIpRange,
} from '../net/ipAddress';
import { DraftCluster } from '../TenantDraft';

interface Host {
  /** As a URL has it, in lower case and without a dot at the end. */
  host: string;
  field: string;
  fleet: FleetSnapshot;
  /** The clusters that would write or read there. */
  users: DraftCluster[];
}

/** A name, or the address that it is or holds. */
interface Target extends Host {
  address?: IpAddress;
}

const REMEDY_ARCHIVE =
  'Use storage outside of the clusters: backups have to outlive them';

/** By their last label or labels. */
const LOCAL_NAMES = new Map([
  ['localhost', 'the machine itself'],
  ['localdomain', 'the machine itself'],
  ['google.internal', 'the metadata service of a cloud'],
]);

/** Says why no archive can be at a host: it would be lost with the cluster, or is not there to be reached. */
export function addressFindings(host: Host): Finding[] {
  const target = { ...host, address: addressIn(host.host) };
  const found =
    localProblem(target) ??
    clusterProblem(target) ??
    nameProblem(target) ??
    privateProblem(target);
  return found ? [found] : [];
}

/** Names of some public domains are the address that stands in them. */
function addressIn(host: string): IpAddress | undefined {
  const plain = parseIpAddress(host.replace(/^\[|\]$/g, ''));
  const embedded =
    /(?:^|[.-])(\d{1,3}(?:[.-]\d{1,3}){3})\.(?:nip|sslip|xip)\.io$/.exec(host);
  return (
    plain ??
    (embedded ? parseIpAddress(embedded[1].replace(/-/g, '.')) : undefined)
  );
}

function localProblem({ host, field, address }: Target): Finding | undefined {
  const kind = address && addressKindOf(address);
  const meaning =
    kind?.kind === 'never' ? kind.meaning : LOCAL_NAMES.get(lastLabels(host));
  return meaning
    ? refusal(
        'endpoint-local',
        field,
        `${host} leads to ${meaning}, where no store is`,
        'Give the address of the store as the clusters see it',
      )
    : undefined;
}

function lastLabels(host: string): string {
  const labels = host.split('.');
  const two = labels.slice(-2).join('.');
  return LOCAL_NAMES.has(two) ? two : labels[labels.length - 1];
}

/** Configuration cannot allow what lies in a cluster. */
function clusterProblem(target: Target): Finding | undefined {
  const { host, field } = target;
  const where =
    serviceName(target) ?? rangeOfUsers(target) ?? knownAddress(target);
  return where
    ? refusal(
        'endpoint-in-cluster',
        field,
        `${host} is ${where}`,
        REMEDY_ARCHIVE,
      )
    : undefined;
}

function serviceName({ host, address, fleet }: Target): string | undefined {
  const labels = host.split('.');
  if (address) {
    return undefined;
  }
  if (labels.length === 1) {
    return 'a name without a domain, as a Service of a cluster has';
  }
  if (labels.slice(1).includes('svc') || /(^|\.)cluster\.local$/.test(host)) {
    return 'the name of a Service in a cluster';
  }
  const namespaces = fleet.clusters.flatMap(cluster => [
    ...(cluster.namespaces ?? cluster.provenNamespaces),
    ...cluster.veleros.map(({ namespace }) => namespace),
  ]);
  return labels.length === 2 && namespaces.includes(labels[1])
    ? `the name of a Service in the namespace ${labels[1]}`
    : undefined;
}

function rangeOfUsers({ address, users }: Target): string | undefined {
  const ranges = users.flatMap(({ known, name }) => [
    ...(known?.serviceRanges ?? []).map(text => ({
      text,
      name,
      of: 'Services',
    })),
    ...(known?.podRanges ?? []).map(text => ({ text, name, of: 'pods' })),
  ]);
  const found = ranges.find(({ text }) => isWithin(address, text));
  return (
    found &&
    `in the range ${found.text} of the ${found.of} of cluster ${found.name}`
  );
}

/** Services, ingresses and nodes of any cluster: a store there is lost with that cluster. */
function knownAddress(target: Target): string | undefined {
  for (const { name, nodeAddresses = [], addresses = [] } of target.fleet
    .clusters) {
    const all = [{ title: 'a node', hosts: nodeAddresses }, ...addresses];
    const found = all.find(({ hosts }) =>
      hosts.some(one => isHost(target, one)),
    );
    if (found) {
      return `${found.title} of cluster ${name}`;
    }
  }
  return undefined;
}

function isHost({ host, address }: Target, other: string): boolean {
  const name = other.toLowerCase().replace(/\.$/, '');
  return (
    name === host ||
    isWithin(address, other) ||
    (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1))
  );
}

function nameProblem({ host, field, address, fleet }: Target) {
  const isPrivate =
    /\.(local|internal|lan|intranet|corp|home|home\.arpa|private)$/.test(host);
  return !address && isPrivate && !isListed(host, undefined, fleet)
    ? refusal(
        'endpoint-private',
        field,
        `${host} is a name of a private network or of a cluster`,
        `${REMEDY_ARCHIVE}; for a store on premises, have its host listed in velero.onboarding.privateHosts`,
      )
    : undefined;
}

function privateProblem({ host, field, address, fleet }: Target) {
  const kind = address && addressKindOf(address);
  return kind && !isListed(host, address, fleet)
    ? refusal(
        'endpoint-private',
        field,
        `${host} is an address of ${kind.meaning}`,
        `${REMEDY_ARCHIVE}; for a store on premises, have its address or range listed in velero.onboarding.privateHosts`,
      )
    : undefined;
}

function isListed(
  host: string,
  address: IpAddress | undefined,
  { settings }: FleetSnapshot,
): boolean {
  return settings.privateHosts.some(entry => {
    const name = entry.toLowerCase();
    return (
      name === host ||
      isWithin(address, entry) ||
      (name.startsWith('*.') && host.endsWith(name.slice(1)))
    );
  });
}

function isWithin(address: IpAddress | undefined, text: string): boolean {
  const range = address && parseIpRange(text);
  return Boolean(
    range && unwrapped(address).some(one => isInRange(one, range)),
  );
}
