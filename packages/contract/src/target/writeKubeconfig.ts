import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';

/** Writes a kubeconfig for command line tools, readable by nobody else as it holds a token. */
export async function writeKubeconfig(
  file: string,
  cluster: { name: string; url: string; caData?: string; token: string },
): Promise<string> {
  const { name, url, caData, token } = cluster;
  const authority = caData && {
    'certificate-authority-data': Buffer.from(caData).toString('base64'),
  };
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: url, ...authority } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name, context: { cluster: name, user: 'admin' } }],
    'current-context': name,
  };
  await writeFile(file, stringify(content), { mode: 0o600 });
  return file;
}
