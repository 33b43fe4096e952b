import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import {
  storedVolume,
  StoredVolume,
  volumeRestoresOf,
} from '../fixture/podVolume';
import { RegionFixture } from '../fixture/RegionFixture';
import { restoredItemsOf, restoreResultsOf } from '../fixture/restores';
import { hasEnded, KubernetesObject } from '../kubernetes/objects';

type Policy = 'none' | 'update';

async function restoreInPlace(
  a: RegionFixture,
  { namespace, backupName }: StoredVolume,
  existingResourcePolicy: Policy,
): Promise<string> {
  const { metadata } = await a.velero('restores', {
    backupName,
    includedNamespaces: [namespace],
    existingResourcePolicy,
  });
  return metadata.name;
}

/** Gives the only one, and says then that it failed: Velero would wait for hours for an agent, and begin no other restore. */
async function demanded(
  a: RegionFixture,
  restore: string,
): Promise<KubernetesObject> {
  const found = await a.until('Velero demands files', async () => {
    const object = await a.get('restores', restore);
    const items = await volumeRestoresOf(a, restore);
    if (items.length === 0 && hasEnded(object)) {
      throw new Error(`It never did: ${JSON.stringify(object.status)}`);
    }
    return items.length > 0 && items;
  });
  for (const { metadata } of found) {
    const status = { phase: 'Failed', message: 'Nobody is here to do it' };
    await a.patch('podvolumerestores', metadata.name, { status });
  }
  equal(found.length, 1);
  return found[0];
}

/** The files are for the pod that was made anew, and for the claim that was there all the time. */
async function expectForClaim(
  a: RegionFixture,
  { namespace, claim }: StoredVolume,
  { metadata, spec }: KubernetesObject,
) {
  const pod = await a.kube.get({ resource: 'pods', namespace, name: 'db' });
  const { uid } = pod.metadata;
  deepEqual(spec?.pod, { kind: 'Pod', namespace, name: 'db', uid });
  equal(spec?.volume, 'data');
  equal(spec?.snapshotID, 'k0ffee');
  equal(metadata.labels?.['velero.io/pvc-uid'], claim.metadata.uid);
  const { name } = claim.metadata;
  const resource = 'persistentvolumeclaims';
  const left = await a.kube.get({ resource, namespace, name });
  equal(left.metadata.uid, claim.metadata.uid);
}

/** By its list and results the restore has kept the claim, as it keeps what differs. */
async function expectKept(
  a: RegionFixture,
  { namespace }: StoredVolume,
  restore: string,
) {
  const { status } = await a.ended('restores', restore);
  equal(status?.phase, 'PartiallyFailed');
  const items = await restoredItemsOf(a, restore);
  deepEqual(items['v1/Pod'], [`${namespace}/db(created)`]);
  deepEqual(items['v1/PersistentVolumeClaim'], [`${namespace}/files(failed)`]);
  const { errors, warnings } = await restoreResultsOf(a, restore);
  deepEqual(errors, {
    velero: ['pod volume restore failed: Nobody is here to do it'],
  });
  deepEqual(warnings.namespaces, {
    [namespace]: [
      'could not restore, PersistentVolumeClaim "files" already exists. Warning: the in-cluster version is different than the backed-up version',
    ],
  });
}

/** Velero makes a repository for the files of each namespace, which it would look after. */
async function forgetRepository(
  { a, objectStore }: CaseContext,
  volumeNamespace: string,
) {
  const namespace = a.region.veleroNamespace;
  const { items } = await a.kube.list(
    { resource: 'backuprepositories', namespace },
    { labelSelector: `velero.io/volume-namespace=${volumeNamespace}` },
  );
  for (const { metadata } of items) {
    await a.remove('backuprepositories', metadata.name);
  }
  const folder = `${a.region.name}/kopia/${volumeNamespace}`;
  await objectStore.remove(objectStore.bucket, folder);
}

async function writtenOver(context: CaseContext) {
  const { a } = context;
  const stored = await storedVolume(a);
  const { namespace } = stored;
  await a.kube.remove({ resource: 'pods', namespace, name: 'db' });
  try {
    const restore = await restoreInPlace(a, stored, 'none');
    await expectForClaim(a, stored, await demanded(a, restore));
    await expectKept(a, stored, restore);
  } finally {
    await forgetRepository(context, namespace);
  }
}

export const podVolumeRestores: ContractCase[] = [
  {
    id: 'volumes/written-over',
    title:
      'A pod that is not there is made anew, and has the files of the backup written into its claim, also into one that is there and by all reports is kept',
    needs: ['objectStore', 'podVolumeRestores'],
    exclusive: true,
    run: writtenOver,
  },
  {
    id: 'volumes/pod-there',
    title:
      'While the pod is there no files are written into its claim, whatever is to become of objects that exist',
    needs: ['podVolumeRestores'],
    exclusive: true,
    async run({ a }) {
      const stored = await storedVolume(a);
      for (const policy of ['none', 'update'] as const) {
        const restore = await restoreInPlace(a, stored, policy);
        const { status } = await a.ended('restores', restore);
        equal(status?.phase, 'Completed', JSON.stringify(status));
        deepEqual(await volumeRestoresOf(a, restore), []);
      }
    },
  },
];
