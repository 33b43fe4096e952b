const TIME_LIMIT = 10_000;

/** Switches what is wrong with a simulated cluster. */
export async function setFaults({ sandboxUrl }, cluster, faults) {
  await post(`${sandboxUrl}/sandbox/clusters/${cluster}/faults`, faults);
}

/** Asks Velero in a simulated cluster for a backup, as its command line would. */
export async function createBackup({ sandboxUrl }, cluster, backup) {
  const path = '/apis/velero.io/v1/namespaces/velero/backups';
  await post(`${sandboxUrl}/clusters/${cluster}${path}`, {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    ...backup,
  });
}

/** The Backup objects of a simulated cluster. */
export async function listBackups(portal, cluster) {
  return listObjects(portal, cluster, 'backups');
}

/** The names of all namespaces of a simulated cluster. */
export async function listNamespaces({ sandboxUrl }, cluster) {
  const url = `${sandboxUrl}/clusters/${cluster}/api/v1/namespaces`;
  const { items } = await (await send(url)).json();
  return items.map(({ metadata }) => metadata.name);
}

/** Velero's objects of one kind in a simulated cluster. */
export async function listObjects({ sandboxUrl }, cluster, resource) {
  const path = `/apis/velero.io/v1/namespaces/velero/${resource}`;
  const response = await send(`${sandboxUrl}/clusters/${cluster}${path}`);
  return (await response.json()).items;
}

/** Has a storage location lead to a bucket that does not exist, which Velero notices at once. */
export async function breakLocation({ sandboxUrl }, cluster, name) {
  const path = `/apis/velero.io/v1/namespaces/velero/backupstoragelocations/${name}`;
  await send(`${sandboxUrl}/clusters/${cluster}${path}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify({ spec: { objectStorage: { bucket: 'lost' } } }),
  });
}

async function post(url, body) {
  await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function send(url, { headers, ...options } = {}) {
  const response = await fetch(url, {
    ...options,
    headers: { ...headers, authorization: 'Bearer sandbox-admin' },
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  if (!response.ok) {
    const { method = 'GET' } = options;
    throw new Error(
      `${method} ${url}: ${response.status} ${await response.text()}`,
    );
  }
  return response;
}
