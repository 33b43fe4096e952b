import {
  RestoreSnapshot,
  RestoreVerdict,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';

/** A wish that was judged, of which more is to be told. */
export interface ProspectQuestion {
  wish: RestoreWish;
  snapshot: RestoreSnapshot;
  verdict: RestoreVerdict;
  signal: AbortSignal;
}

/** The same, and how to ask the cluster. */
export interface ClusterQuestion extends ProspectQuestion {
  connection: ClusterConnection;
}
