import { SandboxCluster, SandboxUser } from 'velero-sandbox';

export const BUCKET = 'tenant-backups';

export const CREDENTIAL = { name: 'archive-credentials', key: 'cloud' };

/** May do nothing but what Roles grant. */
export const PORTAL: SandboxUser = {
  name: 'portal',
  token: 'portal-of-the-contract',
  rules: [],
};

export const SANDBOX_CONFIG = {
  region: 'us-east-1',
  s3ForcePathStyle: 'true',
  s3Url: 'https://objects.example.com',
};

/** The default location of a cluster, under a prefix of the cluster's name, and its credential. */
export function addArchive({ name, objects, veleroNamespace }: SandboxCluster) {
  const credential =
    '[default]\naws_access_key_id=sandbox\naws_secret_access_key=sandbox\n';
  objects.put('secrets', {
    metadata: { name: CREDENTIAL.name, namespace: veleroNamespace },
    data: { [CREDENTIAL.key]: Buffer.from(credential).toString('base64') },
  });
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: veleroNamespace },
    spec: {
      provider: 'aws',
      default: true,
      objectStorage: { bucket: BUCKET, prefix: name },
      config: SANDBOX_CONFIG,
      credential: CREDENTIAL,
    },
  });
}
