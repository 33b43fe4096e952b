import { ReadyPlan } from './ReadyPlan';
import { ClusterTask, OnboardingTask } from './OnboardingTask';
import { OperationWork } from './OperationRunner';

/** What an operation does to apply a plan. */
export function workOf(
  ready: ReadyPlan,
  marks: Pick<OnboardingTask, 'owner' | 'takeOver'>,
): OperationWork {
  const { plan, texts } = ready;
  const clusters = clusterTasks(ready);
  const task: OnboardingTask = { ...marks, plan, clusters };
  return {
    task,
    clusters: clusters.map(({ cluster }) => cluster),
    texts: new Map(texts.map(({ name, text }) => [name, text])),
  };
}

function clusterTasks({ plan, known, texts }: ReadyPlan): ClusterTask[] {
  return plan.clusters.map(({ cluster, veleroNamespace, ...planned }) => ({
    cluster,
    namespace: veleroNamespace,
    secrets: texts
      .filter(text => text.cluster === cluster)
      .map(({ name, digest }) => ({ name, digest })),
    knownSecrets: known.get(cluster) ?? [],
    oldSecrets: planned.oldSecrets,
  }));
}
