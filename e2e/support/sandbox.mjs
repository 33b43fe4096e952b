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

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer sandbox-admin',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  if (!response.ok) {
    throw new Error(`POST ${url}: ${response.status} ${await response.text()}`);
  }
}
