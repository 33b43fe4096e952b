import { Operation, OperationCluster } from 'backstage-plugin-velero-common';

/** What became of a cluster, as an output of an action. */
export type ClusterOutcome = Pick<
  OperationCluster,
  'cluster' | 'state' | 'message'
>;

export function outcomesOf({ clusters }: Operation): ClusterOutcome[] {
  return clusters.map(({ cluster, state, message }) => ({
    cluster,
    state,
    ...(message !== undefined && { message }),
  }));
}

/** What became of all clusters, in a text. */
export function outcomeInWords(operation: Operation): string {
  return outcomesOf(operation)
    .map(({ cluster, state, message }) =>
      [`${cluster} is ${state}`, message].filter(Boolean).join(': '),
    )
    .join('\n');
}
