import { deepEqual, equal, match } from 'node:assert/strict';
import {
  RestoreCheck,
  RestoreCheckId,
  RestorePreview,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { ContractCase } from '../ContractCase';
import { answered } from '../fixture/answered';
import { CaseContext } from '../fixture/CaseContext';
import type { RegionFixture } from '../fixture/RegionFixture';
import {
  Restoring,
  wishOf,
  withBackup,
  withForeignBackup,
} from '../fixture/restoring';

/** A class that no cluster has. */
const FOREIGN_CLASS = 'contract-of-elsewhere';

/** Asks until the portal knows enough of the cluster to tell what would be. */
function previewed(
  region: RegionFixture,
  { portal }: Restoring,
  wish: RestoreWish,
): Promise<RestorePreview> {
  return answered(
    region,
    () => portal.post<RestorePreview>('/restore-requests/preview', { wish }),
    ({ code, body }) => code === 200 && body.allow,
  );
}

function hints({ checks }: RestorePreview, id: RestoreCheckId): RestoreCheck[] {
  return checks.filter(check => check.id === id);
}

async function alreadyThere(context: CaseContext) {
  const { a } = context;
  await withBackup(
    context,
    [a],
    async restoring => {
      const { namespace } = restoring;
      await a.kube.remove({
        resource: 'configmaps',
        namespace,
        name: 'settings',
      });
      const wish = wishOf(a, restoring, namespace);
      const preview = await previewed(a, restoring, wish);
      const found = hints(preview, 'existing-objects');
      deepEqual(
        found
          .filter(({ subject }) => subject === 'configmaps')
          .map(({ level, message }) => [level, message]),
        [
          [
            'warn',
            '2 of configmaps are there already, and left alone: kube-root-ca.crt, prices',
          ],
        ],
      );
      deepEqual(hints(preview, 'quota'), []);
      match(preview.facts?.[0].words ?? '', /^From less than a minute ago/);
    },
    { bundles: ['preview'] },
  );
}

async function withoutBundle(context: CaseContext) {
  const { a } = context;
  await withBackup(context, [a], async restoring => {
    const wish = wishOf(a, restoring, restoring.namespace);
    const preview = await previewed(a, restoring, wish);
    for (const id of ['existing-objects', 'quota'] as const) {
      const [{ level, message, remedy = '' }] = hints(preview, id);
      equal(level, 'warn');
      match(message, /^It is not known whether/);
      match(remedy, /the bundle 'preview'/);
    }
  });
}

async function storageClass(context: CaseContext) {
  const { a, b } = context;
  const claim = {
    metadata: { name: 'data' },
    spec: {
      storageClassName: FOREIGN_CLASS,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  };
  await withForeignBackup(
    context,
    async restoring => {
      const { namespace } = restoring;
      const wish = wishOf(b, restoring, `${namespace}-restore-1`);
      const preview = await previewed(b, restoring, wish);
      const [{ level, subject, message }] = hints(preview, 'storage-classes');
      deepEqual([level, subject], ['warn', FOREIGN_CLASS]);
      equal(
        message,
        `Cluster '${b.region.name}' has no storage class '${FOREIGN_CLASS}', which these claims name: ${namespace}/data`,
      );
    },
    {
      bundles: ['preview'],
      fill: namespace => a.make('persistentvolumeclaims', claim, namespace),
    },
  );
}

export const restorePreviews: ContractCase[] = [
  {
    id: 'restore-request/already-there',
    title:
      'A preview names what is in the namespace already and what becomes of it, with the bundle `preview`',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: alreadyThere,
  },
  {
    id: 'restore-request/not-known',
    title:
      'Without the bundle `preview` a preview says what it does not know, and which rights would tell',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: withoutBundle,
  },
  {
    id: 'restore-request/storage-class',
    title:
      'A preview of another region’s backup names the storage class that this region does not have',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: storageClass,
  },
];
