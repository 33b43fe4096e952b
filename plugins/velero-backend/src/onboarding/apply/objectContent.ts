import {
  KubernetesObject,
  ManagedResource,
} from '../../clusters/ClusterConnection';
import { ObjectContent } from './StepRecord';

/** Fields that go when a plan does not have them. All others that it does not name stay as Velero or somebody set them. */
const OPTIONAL: Record<ManagedResource, string[]> = {
  backupstoragelocations: ['credential'],
  schedules: ['paused'],
};

/** What of an object a plan decides. Others put theirs beside it. */
export function contentOf(
  { metadata, spec }: Pick<KubernetesObject, 'metadata' | 'spec'>,
  wanted: { resource: ManagedResource; content: ObjectContent },
): ObjectContent {
  const { resource, content } = wanted;
  return {
    labels: pick(metadata.labels ?? {}, Object.keys(content.labels)),
    annotations: pick(
      metadata.annotations ?? {},
      Object.keys(content.annotations),
    ),
    spec: pick((spec ?? {}) as Record<string, unknown>, [
      ...Object.keys(content.spec),
      ...OPTIONAL[resource],
    ]),
  };
}

function pick<T>(from: Record<string, T>, keys: string[]): Record<string, T> {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => keys.includes(key)),
  );
}
