import { TransportRequest } from 'backstage-plugin-velero-node';
import { Right } from './resources';

/** A request to a cluster, with the right that it needs. */
export interface ClusterRequest {
  method?: TransportRequest['method'];
  path: string;
  query?: Record<string, string>;
  body?: string;
  /** In which form the answer is wanted; plain JSON when absent. */
  accept?: string;
  right: Right;
  bodyTimeout: number;
  signal: AbortSignal;
}

/** A request whose whole answer is read. Limits are the usual ones when absent. */
export interface WholeRequest extends Omit<ClusterRequest, 'bodyTimeout'> {
  milliseconds?: number;
  maxBytes?: number;
}
