import {
  NAMESPACE_OWNER_ANNOTATION,
  RESTORE_ANNOTATIONS,
  urlOfEndpoint,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { StoredResource } from '../store/tables';

type Json = Record<string, unknown>;

const specs: Record<StoredResource, (spec: Json) => Json> = {
  backups: withoutCommands,
  schedules: spec => ({
    ...spec,
    template: withoutCommands(asObject(spec.template)),
  }),
  restores: withoutCommands,
  backupstoragelocations: spec => {
    const {
      provider,
      objectStorage,
      config,
      accessMode,
      default: byDefault,
    } = spec;
    const { bucket, prefix } = asObject(objectStorage);
    const { region, s3Url } = asObject(config);
    return {
      provider,
      objectStorage: { bucket, prefix },
      config: { region, s3Url: withoutUserInfo(s3Url) },
      accessMode,
      default: byDefault,
    };
  },
};

/**
 * What of an object is kept. Bookkeeping of the API server is left out, and so is whatever may hold a secret: commands
 * of hooks carry passwords, and annotations carry the whole object as it was last applied.
 */
export function documentOf(
  resource: StoredResource,
  object: KubernetesObject,
): Json {
  const { creationTimestamp, labels, annotations } = object.metadata;
  return {
    metadata: {
      creationTimestamp,
      labels,
      annotations: keptAnnotations(resource, annotations),
    },
    spec: specs[resource](asObject(object.spec)),
    status: redactMessage(asObject(object.status)),
  };
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** What tells which Restore was made for which request. */
const REQUEST: string[] = [
  RESTORE_ANNOTATIONS.requestId,
  RESTORE_ANNOTATIONS.agreedTo,
];

/** Velero's own of a backup, the portal's own of a restore, and of the rest whom it belongs to. */
const isKept: Record<StoredResource, (key: string) => boolean> = {
  backups: key => key.startsWith('velero.io/'),
  restores: key => REQUEST.includes(key),
  schedules: key => key === NAMESPACE_OWNER_ANNOTATION,
  backupstoragelocations: key => key === NAMESPACE_OWNER_ANNOTATION,
};

function keptAnnotations(resource: StoredResource, annotations: unknown): Json {
  const kept = Object.entries(asObject(annotations)).filter(([key]) =>
    isKept[resource](key),
  );
  return Object.fromEntries(kept);
}

function withoutCommands(spec: Json): Json {
  return spec.hooks === undefined
    ? spec
    : { ...spec, hooks: hideCommands(spec.hooks) };
}

function hideCommands(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(hideCommands);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === 'command' ? ['(hidden)'] : hideCommands(entry),
    ]),
  );
}

/** User and query may be a credential. A scheme that is missing stays so: Velero's plugin complains of it. */
function withoutUserInfo(address: unknown): string | undefined {
  const text = typeof address === 'string' ? address : '';
  const url = urlOfEndpoint(text);
  if (!text || !url) {
    return undefined;
  }
  const { protocol, host, pathname } = url;
  const scheme = text.toLowerCase().startsWith(`${protocol}//`)
    ? `${protocol}//`
    : '';
  return `${scheme}${host}${pathname === '/' ? '' : pathname}`;
}

/**
 * Messages of storage providers may quote signed addresses, whose query is a credential, and an id that differs at
 * each check and would make every check a change.
 */
function redactMessage(status: Json): Json {
  return typeof status.message === 'string'
    ? {
        ...status,
        message: status.message
          .replace(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, '$1')
          .replace(
            /\b(RequestID|HostID|request id|host id): [^,\s]*,? ?/gi,
            '',
          ),
      }
    : status;
}
