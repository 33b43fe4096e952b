import { readFile } from 'node:fs/promises';
import { ServerDefinition } from '../processes/ServerProcess';
import { httpRequest } from '../network/httpRequest';
import { Region } from './Region';

export function etcd(region: Region): ServerDefinition {
  const { etcd: clients, etcdPeers } = region.ports;
  const url = `http://127.0.0.1:${clients}`;
  const peerUrl = `http://127.0.0.1:${etcdPeers}`;
  return define(region, 'etcd', {
    line: [
      ...[region.run.tools.etcd, '--data-dir', region.path('etcd')],
      // Nothing here has to survive the machine.
      ...['--unsafe-no-fsync', '--log-level', 'warn'],
      ...['--listen-client-urls', url, '--advertise-client-urls', url],
      ...['--listen-peer-urls', peerUrl],
      ...['--initial-advertise-peer-urls', peerUrl],
      ...['--initial-cluster', `default=${peerUrl}`],
    ],
    isReady: signal => answersWell(`${url}/readyz`, signal),
  });
}

export function apiServer(region: Region): ServerDefinition {
  const { ports, run } = region;
  const key = region.path('pki', 'accounts.key');
  return define(region, 'kube-apiserver', {
    line: [
      run.tools.apiServer,
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      // Its certificate is made for these addresses.
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${ports.apiServer}`,
      `--cert-dir=${region.path('pki')}`,
      `--token-auth-file=${region.path('tokens.csv')}`,
      '--authorization-mode=RBAC',
      `--service-account-issuer=https://region-${region.name}`,
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      // Pods need no account of their own where none ever runs.
      '--disable-admission-plugins=ServiceAccount',
      '--allow-privileged',
    ],
    isReady: async signal => (await region.client()).isReady(signal),
  });
}

export function controllerManager(
  region: Region,
  kubeconfig: string,
): ServerDefinition {
  const port = region.ports.controllerManager;
  const pki = region.path('pki');
  const certificate = region.path('pki', 'kube-controller-manager.crt');
  return define(region, 'kube-controller-manager', {
    line: [
      ...[region.run.tools.controllerManager, `--kubeconfig=${kubeconfig}`],
      ...['--leader-elect=false', '--bind-address=127.0.0.1'],
      ...[`--secure-port=${port}`, `--cert-dir=${pki}`],
      '--controllers=namespace-controller,garbage-collector-controller,serviceaccount-controller,root-ca-certificate-publisher-controller',
      `--service-account-private-key-file=${region.path(
        'pki',
        'accounts.key',
      )}`,
    ],
    isReady: async signal => {
      const ca = await readFile(certificate, 'utf8');
      return answersWell(`https://127.0.0.1:${port}/healthz`, signal, ca);
    },
  });
}

async function answersWell(url: string, signal: AbortSignal, ca?: string) {
  const { status } = await httpRequest({ url, signal, ca });
  return status === 200;
}

function define(
  region: Region,
  program: string,
  rest: Pick<ServerDefinition, 'line' | 'isReady'>,
): ServerDefinition {
  const name = `${region.name}/${program}`;
  const { env, folder, run } = region;
  return { name, env, folder, logFile: run.logFile(name), ...rest };
}
