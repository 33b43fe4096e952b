import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { resourceListOf } from '../fixture/contentsOf';

const KIND = 'rbac.authorization.k8s.io/v1/ClusterRole';

/** A ClusterRole and a ConfigMap that share a label no other object has. */
async function labelledPair({ a, names }: CaseContext) {
  const labels = { pair: names.of('pair') };
  const role = names.of('role');
  await a.make('clusterroles', { metadata: { name: role, labels } });
  const namespace = await a.namespace();
  await a.make('configmaps', { metadata: { name: 'one', labels } }, namespace);
  return { namespace, role, labelSelector: { matchLabels: labels } };
}

/** The ClusterRoles that a backup took. */
async function rolesTaken(
  { a }: CaseContext,
  spec: Record<string, unknown>,
): Promise<string[] | undefined> {
  const { metadata, status } = await a.endedBackup(spec);
  equal(status?.phase, 'Completed');
  const list = await resourceListOf(a, metadata.name);
  return list[KIND];
}

export const backupClusterResources: ContractCase[] = [
  {
    id: 'filter/cluster-resources-of-all-namespaces',
    title:
      'A backup of all namespaces takes cluster resources only if includeClusterResources is true or resources are named',
    async run(context) {
      const { role, labelSelector } = await labelledPair(context);
      const taken = (spec: object) =>
        rolesTaken(context, { labelSelector, ...spec });
      // The server's own exclusion of snapshot objects counts as a filter of cluster resources.
      deepEqual(await taken({}), undefined);
      deepEqual(await taken({ includedResources: ['*'] }), [role]);
      deepEqual(await taken({ includeClusterResources: true }), [role]);
      deepEqual(await taken({ includeClusterResources: false }), undefined);
    },
  },
  {
    id: 'filter/cluster-resources-of-one-namespace',
    title:
      'A backup of some namespaces takes cluster resources only if includeClusterResources is true',
    async run(context) {
      const { role, labelSelector, namespace } = await labelledPair(context);
      const taken = (includeClusterResources?: boolean) =>
        rolesTaken(context, {
          labelSelector,
          includeClusterResources,
          includedNamespaces: [namespace],
        });
      deepEqual(await taken(), undefined);
      deepEqual(await taken(true), [role]);
      deepEqual(await taken(false), undefined);
    },
  },
  {
    id: 'filter/cluster-scoped-resources',
    title: 'The new filters take cluster resources beside some namespaces',
    async run(context) {
      const { role, labelSelector, namespace } = await labelledPair(context);
      const roles = await rolesTaken(context, {
        labelSelector,
        includedNamespaces: [namespace],
        includedClusterScopedResources: ['clusterroles'],
      });
      deepEqual(roles, [role]);
    },
  },
  {
    id: 'filter/excluded-by-namespace-label',
    title:
      'One namespace labelled velero.io/exclude-from-backup=true is excluded from every backup, and keeps those of all namespaces from taking cluster resources',
    exclusive: true,
    async run(context) {
      const { a } = context;
      const { labelSelector } = await labelledPair(context);
      const label = 'velero.io/exclude-from-backup';
      const hidden = await a.namespace({}, { labels: { [label]: 'true' } });
      try {
        const { metadata, spec } = await a.endedBackup({
          labelSelector,
          includedResources: ['*'],
        });
        deepEqual(spec?.excludedNamespaces, [hidden]);
        const list = await resourceListOf(a, metadata.name);
        equal(list[KIND], undefined);
        const other = await a.endedBackup({
          includedNamespaces: [await a.namespace()],
        });
        deepEqual(other.spec?.excludedNamespaces, [hidden]);
      } finally {
        await a.kube.patch(
          { resource: 'namespaces', name: hidden },
          { metadata: { labels: { [label]: null } } },
        );
      }
    },
  },
];
