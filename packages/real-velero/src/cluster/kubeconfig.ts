/** A kubeconfig with one cluster and its admin; JSON is YAML, too. */
export function kubeconfig(options: {
  name: string;
  url: string;
  ca: string;
  token: string;
}): string {
  const { name, url, ca, token } = options;
  const authority = Buffer.from(ca).toString('base64');
  const cluster = { server: url, 'certificate-authority-data': authority };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name, context: { cluster: name, user: 'admin' } }],
    'current-context': name,
  });
}
