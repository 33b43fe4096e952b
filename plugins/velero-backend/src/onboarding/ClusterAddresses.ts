import { FleetAddress, FleetCluster } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
  NetworkResource,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { listAll } from './LiveObjects';

const TIME_LIMIT = 10_000;

/** Where a cluster answers on the network, as far as the portal may know. */
export type ClusterAddresses = Pick<
  FleetCluster,
  'addresses' | 'nodeAddresses' | 'unlistedAddresses'
>;

/**
 * Reads where a cluster answers on the network: a store there would go down with it. What the portal may not read is
 * left out, and named.
 */
export async function readClusterAddresses(
  connection: ClusterConnection,
): Promise<ClusterAddresses> {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const forbidden: string[] = [];
  const read = (resource: NetworkResource) =>
    listIfAllowed(connection, { resource, signal }, forbidden);
  const [services, ingresses, nodes] = await Promise.all([
    read('services'),
    read('ingresses'),
    read('nodes'),
  ]);
  return {
    addresses: [
      ...services.map(object => addressOf('Service', object, serviceHosts)),
      ...ingresses.map(object => addressOf('Ingress', object, ingressHosts)),
    ].filter(({ hosts }) => hosts.length > 0),
    nodeAddresses: nodes.flatMap(nodeHosts),
    ...(forbidden.length > 0 && { unlistedAddresses: forbidden.sort() }),
  };
}

async function listIfAllowed(
  connection: ClusterConnection,
  wanted: { resource: NetworkResource; signal: AbortSignal },
  forbidden: string[],
): Promise<KubernetesObject[]> {
  try {
    return await listAll(connection, wanted);
  } catch (error) {
    const kind = error instanceof ClusterError ? error.kind : undefined;
    if (kind !== 'forbidden' && kind !== 'not-served') {
      throw error;
    }
    if (kind === 'forbidden') {
      forbidden.push(wanted.resource);
    }
    return [];
  }
}

function addressOf(
  kind: string,
  object: KubernetesObject,
  hostsOf: (object: KubernetesObject) => string[],
): FleetAddress {
  const { namespace, name } = object.metadata;
  const hosts = hostsOf(object).filter(host => host !== 'None');
  return { title: `${kind} ${namespace}/${name}`, hosts };
}

/** Where an ExternalName leads is outside, and any namespace may name any store there. */
function serviceHosts({ spec, status }: KubernetesObject): string[] {
  return [
    ...texts(at(spec, 'clusterIPs')),
    ...texts(at(spec, 'externalIPs')),
    ...balancerHosts(status),
  ];
}

function ingressHosts({ spec, status }: KubernetesObject): string[] {
  const rules = list(at(spec, 'rules')).map(rule => at(rule, 'host'));
  const tls = list(at(spec, 'tls')).flatMap(entry => list(at(entry, 'hosts')));
  return [...texts([...rules, ...tls]), ...balancerHosts(status)];
}

function nodeHosts({ status }: KubernetesObject): string[] {
  return texts(
    list(at(status, 'addresses')).map(address => at(address, 'address')),
  );
}

function balancerHosts(status: unknown): string[] {
  const ingress = list(at(at(status, 'loadBalancer'), 'ingress'));
  return texts(
    ingress.flatMap(entry => [at(entry, 'ip'), at(entry, 'hostname')]),
  );
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '',
  );
}
