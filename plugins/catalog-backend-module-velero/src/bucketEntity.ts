import { Entity } from '@backstage/catalog-model';
import {
  BACKUP_STORAGE_TYPE,
  storageServices,
} from 'backstage-plugin-velero-common';
import { Bucket } from './bucketsOf';
import { readableOwner, resourceOf } from './resourceOf';

/** Makes the entity of a bucket. One that is shared belongs to none of those who share it. */
export function bucketEntity(
  { name, location, owners }: Bucket,
  { defaultOwner }: { defaultOwner: string },
): Entity {
  const { provider, service, endpoint, region, bucket } = location;
  const store = service ? storageServices[service].title : endpoint ?? provider;
  return resourceOf({
    name,
    title: bucket,
    description: `Bucket that Velero keeps backups in${
      store ? `, at ${store}` : ''
    }`,
    type: BACKUP_STORAGE_TYPE,
    owner:
      owners.length === 1
        ? readableOwner(owners[0], defaultOwner)
        : defaultOwner,
    annotations: {
      'velero.io/storage-provider': provider,
      'velero.io/storage-endpoint': endpoint,
      'velero.io/storage-region': region,
      'velero.io/storage-bucket': bucket,
    },
  });
}
