import { deepEqual, equal, match } from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { RestorePreview } from 'backstage-plugin-velero-common';
import { ContractCase } from '../ContractCase';
import { answered } from '../fixture/answered';
import { CaseContext } from '../fixture/CaseContext';
import { copyFiles, makeVolume, volumeRestoresOf } from '../fixture/podVolume';
import { PEER } from '../fixture/Portal';
import { asked, decided, ended } from '../fixture/restoreRequests';
import { dataOf } from '../fixture/restores';
import { CONTENT, Restoring, wishOf, withBackup } from '../fixture/restoring';

/** The claim of the pod, and what lives by it. */
const OF_VOLUMES = ['persistentvolumeclaims', 'persistentvolumes', 'pods'];

/** Has the backup say of the claim what Velero writes down where node agents have copied its files. */
async function tellOfFiles(
  { a, objectStore }: CaseContext,
  { namespace, backup }: Restoring,
) {
  const volume = {
    pvcName: 'files',
    pvcNamespace: namespace,
    backupMethod: 'PodVolumeBackup',
    result: 'succeeded',
    pvbInfo: { podName: 'db', podNamespace: namespace, volumeName: 'data' },
  };
  await objectStore.write(
    objectStore.bucket,
    `${a.region.name}/backups/${backup}/${backup}-volumeinfo.json.gz`,
    gzipSync(JSON.stringify([volume])),
  );
}

/** What Velero would be asked for, of what volumes consist of. */
async function volumesIn(
  { a }: CaseContext,
  restoring: Restoring,
  isExpected: (preview: RestorePreview) => boolean,
): Promise<string[]> {
  const wish = wishOf(a, restoring, restoring.namespace);
  const { spec } = await answered(
    a,
    () =>
      restoring.portal.post<RestorePreview>('/restore-requests/preview', {
        wish,
      }),
    ({ code, body }) => code === 200 && body.allow && isExpected(body),
  );
  return OF_VOLUMES.filter(kind => spec?.includedResources.includes(kind));
}

function keepsClaims({ checks }: RestorePreview): boolean {
  return checks.some(
    ({ id, message }) =>
      id === 'volumes' && message.startsWith('Claims and pods are left out'),
  );
}

/** Nobody is here to see that no pod uses it any more. */
async function removeClaim({ a }: CaseContext, { namespace }: Restoring) {
  const { code } = await a.kube.ask({
    method: 'PATCH',
    path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims/files`,
    body: { metadata: { finalizers: null } },
    contentType: 'application/merge-patch+json',
  });
  equal(code, 200);
  const resource = 'persistentvolumeclaims';
  await a.kube.remove({ resource, namespace, name: 'files' });
}

async function claimsStay(context: CaseContext) {
  const { a } = context;
  await withBackup(
    context,
    [a],
    async restoring => {
      const { namespace, backup: backupName } = restoring;
      const name = 'files';
      const resource = 'persistentvolumeclaims';
      const claim = await a.kube.get({ resource, namespace, name });
      await copyFiles(a, { namespace, backupName, claim });
      await tellOfFiles(context, restoring);
      await a.kube.remove({ resource: 'pods', namespace, name: 'db' });
      await a.kube.remove({
        resource: 'configmaps',
        namespace,
        name: 'settings',
      });
      deepEqual(await volumesIn(context, restoring, keepsClaims), []);

      const wish = wishOf(a, restoring, namespace);
      const { id } = await asked(a, restoring, wish);
      equal((await decided(restoring, id, 'approve', PEER)).code, 200);
      const request = await ended(a, restoring, id);
      equal(request.state, 'succeeded', JSON.stringify(request.outcome));
      deepEqual(await dataOf(a, namespace, 'settings'), CONTENT.settings);
      match(request.restore ?? '', /^rst-/);
      deepEqual(await volumeRestoresOf(a, request.restore!), []);

      await removeClaim(context, restoring);
      const isBack = (preview: RestorePreview) => !keepsClaims(preview);
      deepEqual(await volumesIn(context, restoring, isBack), OF_VOLUMES);
    },
    { bundles: ['preview'], fill: namespace => makeVolume(a, namespace) },
  );
}

export const restoreClaims: ContractCase[] = [
  {
    id: 'restore-request/claims-stay',
    title:
      'By way of the portal files of a backup are not written over those in a claim that is there; a claim that is gone comes back',
    needs: ['objectStore', 'podVolumeRestores'],
    exclusive: true,
    run: claimsStay,
  },
];
