import { resolveResources } from '../contents/resourceNames';

/** What others depend on comes first; the rest follows by name. */
const FIRST = resolveResources([
  'customresourcedefinitions',
  'namespaces',
  'storageclasses',
  'volumesnapshotclass.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
  'volumesnapshots.snapshot.storage.k8s.io',
  'datauploads.velero.io',
  'persistentvolumes',
  'persistentvolumeclaims',
  'clusterroles',
  'roles',
  'serviceaccounts',
  'clusterrolebindings',
  'rolebindings',
  'secrets',
  'configmaps',
  'limitranges',
  'priorityclasses',
  'pods',
  'replicasets.apps',
  'clusterclasses.cluster.x-k8s.io',
  'endpoints',
  'services',
]);

const LAST = [
  'clusterbootstraps.run.tanzu.vmware.com',
  'clusters.cluster.x-k8s.io',
  'clusterresourcesets.addons.cluster.x-k8s.io',
  'apps.kappctrl.k14s.io',
  'packageinstalls.packaging.carvel.dev',
];

/** The resources of an archive in the order in which a restore goes through them. */
export function restoreOrder(resources: string[]): string[] {
  const present = [...new Set(resources)].sort();
  const between = present.filter(
    name => !FIRST.includes(name) && !LAST.includes(name),
  );
  return [...FIRST, ...between, ...LAST].filter(name => present.includes(name));
}
