import {
  PlannedSchedule,
  ScheduleObject,
  TenantClusterPlan,
  TenantPlan,
} from '../TenantPlan';
import { labelOf } from '../tenantNames';
import { commonPart, patchFrom } from './commonPart';
import { credentialManifest } from './credentialManifest';
import { ManifestFile, ManifestOptions } from './ManifestOptions';
import { readmeOf } from './readmeOf';
import { toYaml } from './toYaml';

const KUSTOMIZATION = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
};

/**
 * Writes a plan as files for a pull request: a base with what the schedules have alike in all clusters, and an overlay
 * for each cluster. `kubectl apply -k overlays/<cluster>` makes what applying the plan would make, but for the Secrets,
 * which are referred to and never written.
 *
 * @public
 */
export function manifestsOf(
  plan: TenantPlan,
  options: ManifestOptions,
): ManifestFile[] {
  const bases = basesOf(plan);
  return [
    { path: 'README.md', content: readmeOf(plan, options) },
    ...bases.map(({ kind, object }) => ({
      path: `base/${kind}.yaml`,
      content: toYaml(object),
    })),
    {
      path: 'base/kustomization.yaml',
      content: toYaml({
        ...KUSTOMIZATION,
        resources: bases.map(({ kind }) => `${kind}.yaml`),
      }),
    },
    ...plan.clusters.flatMap(cluster =>
      overlayOf(plan, cluster, bases, options),
    ),
  ];
}

/** A schedule as it is before an overlay makes it one of a cluster; its name is its kind. */
type Base = Pick<PlannedSchedule, 'kind'> & { object: object };

function basesOf({ clusters }: TenantPlan): Base[] {
  return clusters[0].schedules.map(({ kind }) => {
    const objects = clusters.flatMap(({ schedules }) =>
      schedules.filter(one => one.kind === kind).map(one => one.object),
    );
    const common = commonPart(objects) as ScheduleObject;
    return { kind, object: inNoNamespace(common, kind) };
  });
}

/** The overlay says the namespace; patches cannot change it. */
function inNoNamespace(object: ScheduleObject, name: string): object {
  const { labels, annotations } = object.metadata;
  return { ...object, metadata: { name, labels, annotations } };
}

function overlayOf(
  { tenant }: TenantPlan,
  cluster: TenantClusterPlan,
  bases: Base[],
  { credential }: ManifestOptions,
): ManifestFile[] {
  const folder = `overlays/${labelOf(cluster.cluster)}`;
  const resources = [
    ...cluster.credentials.flatMap(planned => {
      const object = credentialManifest(tenant, planned, credential);
      const path = `credential-${planned.given}.yaml`;
      return object ? [{ path, content: toYaml(object) }] : [];
    }),
    ...cluster.locations.map(({ object }) => ({
      path: `location-${object.metadata.name}.yaml`,
      content: toYaml(object),
    })),
  ];
  const patches = bases.map(base => patchOf(base, cluster));
  const kustomization = {
    ...KUSTOMIZATION,
    namespace: cluster.veleroNamespace,
    resources: ['../../base', ...resources.map(({ path }) => path)],
    patches: bases.map(({ kind }) => ({
      path: `${kind}.yaml`,
      target: { group: 'velero.io', kind: 'Schedule', name: kind },
      options: { allowNameChange: true },
    })),
  };
  return [
    { path: 'kustomization.yaml', content: toYaml(kustomization) },
    ...resources,
    ...patches,
  ].map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
}

/** kustomize merges into kinds that it does not know as JSON is merged: lists are replaced as a whole. */
function patchOf({ kind, object }: Base, { schedules }: TenantClusterPlan) {
  const { object: wanted } = schedules.find(one => one.kind === kind)!;
  const { apiVersion, metadata } = wanted;
  const patch = patchFrom(object, inNoNamespace(wanted, metadata.name));
  const content = toYaml({ apiVersion, kind: wanted.kind, ...Object(patch) });
  return { path: `${kind}.yaml`, content };
}
