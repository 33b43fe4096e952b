import { FleetAddress, FleetCluster } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
  NetworkResource,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { listAll } from './LiveObjects';

const TIME_LIMIT = 10_000;

/**
 * Reads where a cluster answers on the network: a store there would go down with it. What the portal may not read is
 * left out.
 */
export async function readClusterAddresses(
  connection: ClusterConnection,
): Promise<Pick<FleetCluster, 'addresses' | 'nodeAddresses'>> {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const read = (resource: NetworkResource) =>
    listIfAllowed(connection, resource, signal);
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
  };
}

async function listIfAllowed(
  connection: ClusterConnection,
  resource: NetworkResource,
  signal: AbortSignal,
): Promise<KubernetesObject[]> {
  try {
    return await listAll(connection, resource, signal);
  } catch (error) {
    if (
      error instanceof ClusterError &&
      (error.kind === 'forbidden' || error.kind === 'not-found')
    ) {
      return [];
    }
    throw error;
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

function serviceHosts({ spec, status }: KubernetesObject): string[] {
  return [
    ...texts(at(spec, 'clusterIPs')),
    ...texts(at(spec, 'externalIPs')),
    ...texts([at(spec, 'externalName')]),
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
