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
      annotations: resource === 'backups' ? veleroOnly(annotations) : undefined,
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

function veleroOnly(annotations: unknown): Json {
  return Object.fromEntries(
    Object.entries(asObject(annotations)).filter(([key]) =>
      key.startsWith('velero.io/'),
    ),
  );
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

function withoutUserInfo(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
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
