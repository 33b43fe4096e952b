import { RestorePolicy } from './policy/RestorePolicy';
import { RestoreSnapshot } from './RestoreSnapshot';
import { RestoreSpec } from './restoreSpecOf';
import { canonicalJson } from './canonicalJson';

/**
 * What somebody agrees to, apart from all that may change meanwhile without changing what the restore does. It is
 * computed again before the restore starts; whatever differs makes the request stale.
 *
 * @public
 */
export interface RestoreBinding {
  cluster: { name: string; identity?: string };
  veleroNamespace: string;
  backup: {
    name: string;
    uid?: string;
    startedAt?: string;
    completedAt?: string;
  };
  location: {
    name?: string;
    uid?: string;
    provider?: string;
    endpoint?: string;
    bucket?: string;
    prefix?: string;
  };
  /** By `cluster/namespace`: its uid, or `absent`. */
  namespaces: Record<string, string>;
  policy: RestorePolicy;
  modifier?: { name: string; digest?: string };
  spec: RestoreSpec;
}

/** Binds a spec to how things are. @public */
export function bindingOf(options: {
  veleroNamespace: string;
  snapshot: RestoreSnapshot;
  policy: RestorePolicy;
  spec: RestoreSpec;
}): RestoreBinding {
  const { veleroNamespace, snapshot, policy, spec } = options;
  const { cluster, backup, location, modifier, pairs, whole = [] } = snapshot;
  const { name, uid, provider, endpoint, bucket, prefix } = location ?? {};
  return {
    cluster: { name: cluster.name, identity: cluster.identity },
    veleroNamespace,
    backup: {
      name: spec.backupName,
      uid: backup?.uid,
      startedAt: backup?.startedAt,
      completedAt: backup?.completedAt,
    },
    location: { name, uid, provider, endpoint, bucket, prefix },
    namespaces: Object.fromEntries(
      [
        ...pairs.flatMap(({ target, origins }) => [target, ...origins]),
        ...whole,
      ].map((namespace): [string, string] => [
        `${namespace.cluster}/${namespace.name}`,
        namespace.uid ?? 'absent',
      ]),
    ),
    policy,
    ...(modifier && { modifier }),
    spec,
  };
}

/** Namespaces are told apart by their own names. */
const NAMES: Record<Exclude<keyof RestoreBinding, 'namespaces'>, string> = {
  cluster: 'the cluster itself',
  veleroNamespace: 'the namespace of Velero',
  backup: 'the backup',
  location: 'the storage location',
  policy: 'the policy',
  modifier: 'the resource modifiers',
  spec: 'what would be restored',
};

/** Names what is not as it was when it was approved; empty when all is. @public */
export function differencesOf(
  approved: RestoreBinding,
  now: RestoreBinding,
): string[] {
  const keys = Object.keys(NAMES) as Array<keyof typeof NAMES>;
  return [
    ...keys
      .filter(key => canonicalJson(approved[key]) !== canonicalJson(now[key]))
      .map(key => NAMES[key]),
    ...changedNamespaces(approved.namespaces, now.namespaces),
  ];
}

function changedNamespaces(
  approved: RestoreBinding['namespaces'],
  now: RestoreBinding['namespaces'],
): string[] {
  const names = Object.keys({ ...approved, ...now })
    .filter(name => approved[name] !== now[name])
    .sort();
  return names.length > 0 ? [`namespace ${names.join(', ')}`] : [];
}
