import { existsSync } from 'node:fs';
import { isIPv6 } from 'node:net';

const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** How a pod reaches the API server of its own cluster. */
export interface InClusterSettings {
  url: string;
  tokenFile: string;
  caFile: string;
}

/** What Kubernetes gives to pods; undefined outside of clusters. */
export function findInClusterSettings(): InClusterSettings | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    process.env;
  const caFile = `${MOUNT}/ca.crt`;
  if (!host || !port || !existsSync(caFile)) {
    return undefined;
  }
  return {
    url: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    tokenFile: `${MOUNT}/token`,
    caFile,
  };
}
