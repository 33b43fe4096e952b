import {
  meaningOfPhase,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { RunReference } from '../../RunPage/RunReference';

/** The Restore that a request was carried out by, once there is one. */
export function runOf(
  request: RestoreRequestDetails,
): RunReference | undefined {
  const { restore, wish, outcome } = request;
  if (!restore) {
    return undefined;
  }
  const { cluster, veleroNamespace } = wish.backup;
  return {
    type: 'restore',
    key: { cluster, veleroNamespace, name: restore },
    ...meaningOfPhase(outcome?.phase ?? ''),
    shared: false,
    validationErrors: [],
  };
}
