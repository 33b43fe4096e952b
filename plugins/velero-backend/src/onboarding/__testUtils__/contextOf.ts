import { ClusterConnection } from '../../clusters/ClusterConnection';
import { StepContext } from '../apply/Step';
import { StepRecord } from '../apply/StepRecord';

/** What a step works with in a test: the ways of a cluster that it uses, and a record that nobody keeps. */
export function contextOf(
  connection: Partial<ClusterConnection>,
  options: { record?: Partial<StepRecord>; isCancelled?: () => boolean } = {},
): StepContext {
  const record: StepRecord = {
    id: 'step',
    title: 'A step',
    state: 'running',
    ...options.record,
  };
  return {
    connection: connection as ClusterConnection,
    record,
    note: async change => {
      Object.assign(record, change);
    },
    isCancelled: options.isCancelled ?? (() => false),
    signal: new AbortController().signal,
  };
}
