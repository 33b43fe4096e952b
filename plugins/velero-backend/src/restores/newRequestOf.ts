import { randomUUID } from 'node:crypto';
import {
  approvingOwnersOf,
  drillContentsOf,
  RestoreSnapshot,
  RestoreVerdict,
} from 'backstage-plugin-velero-common';
import { NewRestoreRequest, StoredDrill } from '../store/RestoreRequestStore';
import { approversOf } from './approversOf';
import { Judgement } from './RestoreJudge';
import { restoreNameOf } from './restoreObject';
import { RestoreOrder } from './Restores';

/** Makes what is kept of an order that is allowed. */
export function newRequestOf(
  order: RestoreOrder & { key: string },
  { verdict, snapshot, binding }: Judgement,
): NewRestoreRequest {
  const { wish, requester, key } = order;
  const id = randomUUID();
  const { policy, approvals } = verdict;
  const { expiry, window, limits } = policy!;
  const isPending = approvals.length > 0;
  const notBefore = verdict.notBefore ? Date.parse(verdict.notBefore) : 0;
  const owners = approvingOwnersOf(snapshot);
  return {
    id,
    key,
    state: isPending ? 'pending' : 'approved',
    requester,
    wish,
    binding: binding!,
    approvals,
    owners,
    restore: restoreNameOf(id),
    notBefore,
    ttl: isPending ? expiry : window + Math.max(0, notBefore - Date.now()),
    namespaces: snapshot.pairs.flatMap(({ target, origins }) => [
      { cluster: target.cluster, namespace: target.name, isTarget: true },
      ...origins.map(({ cluster, name }) => ({
        cluster,
        namespace: name,
        isTarget: false,
      })),
    ]),
    approvers: approversOf(approvals, owners),
    limits,
    ...(wish.drill && { drill: newDrill(verdict, snapshot) }),
  };
}

function newDrill(
  { kinds: fates }: RestoreVerdict,
  { cluster, volumes }: RestoreSnapshot,
): StoredDrill {
  const contents = drillContentsOf({ fates, served: cluster.kinds, volumes });
  return { cleanup: 'pending', contents, seen: {} };
}
