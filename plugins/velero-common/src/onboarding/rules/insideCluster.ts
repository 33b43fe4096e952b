import { AddressTarget, isHost, isListed, isWithin } from './AddressTarget';

/** Something in a cluster, and what administrators may know of it. */
interface Inside {
  cluster: string;
  what: string;
}

/**
 * Tells what in a cluster an address is; nothing when it is outside, as far as can be known. What is in a cluster, and
 * that something is there by a name, is for administrators: others would find out by trying.
 */
export function insideCluster(target: AddressTarget): string | undefined {
  const inside = rangeOfUsers(target) ?? knownAddress(target);
  if (!inside) {
    return serviceName(target);
  }
  return target.fleet.mayOnboardPlatform
    ? inside.what
    : `an address inside cluster ${inside.cluster}`;
}

/** An IP address as the name of a pod has it, with dashes for dots and colons. */
const DASHED = /^[0-9a-f]{0,4}(?:-[0-9a-f]{0,4}){2,7}$/;

/** By the search domains of a pod, a name means a Service or a pod before it means a public name. */
function serviceName(target: AddressTarget): string | undefined {
  const { host, address } = target;
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
  if (isPod(labels)) {
    return 'the name of a pod in a cluster';
  }
  return labels.length === 3 && isNamespace(target, labels[2])
    ? `the name of a pod behind a Service in the namespace ${labels[2]}`
    : undefined;
}

/** The domain of a cluster may be any: `10-244-3-7.shop.pod.k8s.example.com`. */
function isPod(labels: string[]): boolean {
  return labels.some(
    (label, index) =>
      label === 'pod' &&
      (index === labels.length - 1 || DASHED.test(labels[index - 2] ?? '')),
  );
}

/** Also a namespace may be called as a top-level domain is. Only what the reader knows anyway is told. */
function isNamespace(target: AddressTarget, label: string): boolean {
  const { fleet, users } = target;
  const known = users.flatMap(cluster => [
    ...(cluster.known?.provenNamespaces ?? []),
    ...((fleet.mayOnboardPlatform && cluster.known?.namespaces) || []),
  ]);
  return known.includes(label) && !isListed(target);
}

function rangeOfUsers({ address, users }: AddressTarget): Inside | undefined {
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
    found && {
      cluster: found.name,
      what: `in the range ${found.text} of the ${found.of} of cluster ${found.name}`,
    }
  );
}

/** Services, ingresses and nodes of the clusters that could be looked at: a store there is lost with that cluster. */
function knownAddress(target: AddressTarget): Inside | undefined {
  for (const { name, nodeAddresses = [], addresses = [] } of target.fleet
    .clusters) {
    const all = [{ title: 'a node', hosts: nodeAddresses }, ...addresses];
    const found = all.find(({ hosts }) =>
      hosts.some(one => isHost(target, one)),
    );
    if (found) {
      return { cluster: name, what: `${found.title} of cluster ${name}` };
    }
  }
  return undefined;
}
