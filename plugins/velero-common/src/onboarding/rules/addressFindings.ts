import { parse } from 'tldts';
import { Finding, refusal, warning } from '../../input/Finding';
import { addressKindOf } from '../../net/addressKind';
import { wildcardDomainOf } from '../../net/wildcardDns';
import { AddressTarget, addressTarget, Host, isListed } from './AddressTarget';
import { insideCluster } from './insideCluster';

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
  const target = addressTarget(host);
  const found =
    localProblem(target) ??
    clusterProblem(target) ??
    nameProblem(target) ??
    privateProblem(target);
  return found ? [found] : unchecked(target);
}

/** Where nobody could look, an address that passes may be in the cluster all the same. */
function unchecked({ host, field, users }: AddressTarget): Finding[] {
  return users.flatMap(({ name, known }) => {
    const kinds = (known?.unlistedAddresses ?? []).join(', ');
    return kinds
      ? [
          warning(
            'endpoint-unchecked',
            field,
            `Whether ${host} leads into cluster ${name} is not known: the portal may not list ${kinds} there, which deploy/rbac/onboard allows`,
          ),
        ]
      : [];
  });
}

function localProblem({ host, field, address }: AddressTarget) {
  const kind = address && addressKindOf(address);
  const meaning =
    kind && kind.kind !== 'private'
      ? kind.meaning
      : LOCAL_NAMES.get(lastLabels(host));
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
function clusterProblem(target: AddressTarget): Finding | undefined {
  const { host, field } = target;
  const where = insideCluster(target);
  return where
    ? refusal(
        'endpoint-in-cluster',
        field,
        `${host} is ${where}`,
        REMEDY_ARCHIVE,
      )
    : undefined;
}

function nameProblem(target: AddressTarget): Finding | undefined {
  const { host, field, address } = target;
  const why = address ? undefined : privateName(host);
  return why && !isListed(target)
    ? refusal(
        'endpoint-private',
        field,
        `${host} is ${why}`,
        `${REMEDY_ARCHIVE}; for a store on premises, have its host listed in velero.onboarding.privateHosts`,
      )
    : undefined;
}

/** Says so whatever there is in a cluster, so that nobody learns by it which namespaces there are. */
function privateName(host: string): string | undefined {
  const domain = wildcardDomainOf(host);
  if (domain) {
    return `a name of ${domain}, which leads to whatever address is meant by it`;
  }
  const { isIcann } = parse(host, { validateHostname: false });
  if (!isIcann || host.endsWith('.home.arpa')) {
    return 'a name of a private network or of a cluster: it ends with no public top-level domain';
  }
  return host.split('.').length === 2
    ? 'a name of two parts, which pods take for a Service and its namespace'
    : undefined;
}

function privateProblem(target: AddressTarget): Finding | undefined {
  const { host, field, address } = target;
  const kind = address && addressKindOf(address);
  return kind && !isListed(target)
    ? refusal(
        'endpoint-private',
        field,
        `${host} is an address of ${kind.meaning}`,
        `${REMEDY_ARCHIVE}; for a store on premises, have its address or range listed in velero.onboarding.privateHosts`,
      )
    : undefined;
}
