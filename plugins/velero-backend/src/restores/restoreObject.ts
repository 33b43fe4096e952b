import { createHash } from 'node:crypto';
import {
  canonicalJson,
  MANAGED_BY,
  RestoreBinding,
  RESTORE_ANNOTATIONS,
  TENANT_LABELS,
} from 'backstage-plugin-velero-common';
import { CreateOptions, KubernetesObject } from '../clusters/ClusterConnection';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';

/** The longest text that names who agreed; an annotation may hold more, but nobody reads it. */
const MAXIMUM_NAMES = 2_000;

/** The name follows from the request, so that there can be one Restore of it and no more. */
export function restoreNameOf(requestId: string): string {
  return `rst-${requestId}`;
}

/** SHA-256 of what was agreed to, as hexadecimal digits. */
export function hashOfBinding(binding: RestoreBinding): string {
  return createHash('sha256').update(canonicalJson(binding)).digest('hex');
}

/** The Restore object of a request. */
export function restoreObject(
  request: StoredRestoreRequest,
  approvedBy: string[],
): Omit<CreateOptions, 'signal'> {
  const { id, restore, requester, binding } = request;
  return {
    resource: 'restores',
    namespace: binding.veleroNamespace,
    name: restore,
    labels: { [TENANT_LABELS.managedBy]: MANAGED_BY },
    annotations: {
      [RESTORE_ANNOTATIONS.requestedBy]: requester.userRef,
      [RESTORE_ANNOTATIONS.requestId]: id,
      [RESTORE_ANNOTATIONS.agreedTo]: hashOfBinding(binding),
      ...(approvedBy.length > 0 && {
        [RESTORE_ANNOTATIONS.approvedBy]: approvedBy
          .join(',')
          .slice(0, MAXIMUM_NAMES),
      }),
    },
    spec: { ...binding.spec },
  };
}

/** Whether a Restore is the one of the request, and asks for what was agreed to. */
export function isRestoreOf(
  request: StoredRestoreRequest,
  { metadata, spec }: KubernetesObject,
): boolean {
  const { annotations = {} } = metadata;
  return (
    annotations[RESTORE_ANNOTATIONS.requestId] === request.id &&
    annotations[RESTORE_ANNOTATIONS.agreedTo] ===
      hashOfBinding(request.binding) &&
    hasSpecOf(request.binding, spec)
  );
}

/** What Velero writes into a spec itself: what it never restores, and the schedule that the backup is of. */
const ADDED = ['excludedResources', 'scheduleName'];

/** Velero adds to a spec, writes what is empty, and changes nothing that it was given. */
export function hasSpecOf({ spec }: RestoreBinding, found: unknown): boolean {
  const wanted: Record<string, unknown> = { ...spec };
  const actual = (found ?? {}) as Record<string, unknown>;
  const keys = new Set([...Object.keys(wanted), ...Object.keys(actual)]);
  return [...keys]
    .filter(key => !ADDED.includes(key))
    .every(key =>
      key in wanted
        ? canonicalJson(actual[key]) === canonicalJson(wanted[key])
        : isEmpty(actual[key]),
    );
}

/** As the zero values of Go, which mean the same as nothing. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).every(isEmpty)
    : !value;
}
