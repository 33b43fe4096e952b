import { Sandbox } from 'velero-sandbox';
import { ContractObjectStore } from './ContractTarget';
import { BUCKET, CREDENTIAL, SANDBOX_CONFIG } from './sandboxArchive';

/** The buckets of a sandbox, in the hands of cases. */
export function sandboxObjectStore(sandbox: Sandbox): ContractObjectStore {
  const { buckets, certificate = '' } = sandbox;
  const bucketOf = (name: string) => {
    const bucket = buckets.get(name);
    if (!bucket) {
      throw new Error(`The sandbox has no bucket '${name}'`);
    }
    return bucket;
  };
  const { faults } = buckets;
  faults.region = SANDBOX_CONFIG.region;
  return {
    provider: 'aws',
    config: SANDBOX_CONFIG,
    outsideUrl: SANDBOX_CONFIG.s3Url,
    secure: { url: sandbox.clusters[0].secureUrl, caData: certificate },
    credential: CREDENTIAL,
    bucket: BUCKET,
    createBucket: async name => {
      buckets.create(name);
    },
    list: async (bucket, prefix) => bucketOf(bucket).keys(prefix),
    read: async (bucket, key) => bucketOf(bucket).read(key),
    write: async (bucket, key, content) => bucketOf(bucket).write(key, content),
    remove: async (bucket, prefix) => bucketOf(bucket).removeAll(prefix),
    disturb: {
      skewClock: async isSkewed => {
        faults.skewed = isSkewed;
      },
      createForeignBucket: async name => {
        buckets.create(name);
        faults.foreign = [...(faults.foreign ?? []), name];
      },
    },
  };
}
