import { ClusterApi } from '../api/ClusterApi';
import { Clock } from '../clock/Clock';

/** What a controller works with. */
export interface ControllerContext {
  api: ClusterApi;
  clusterName: string;
  clock: Clock;
}
