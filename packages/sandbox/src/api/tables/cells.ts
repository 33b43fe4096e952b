import { isRecord, KubernetesObject } from '../KubernetesObject';

const SHORT_MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

/** What stands at a path of an object. */
export function at(object: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    object,
  );
}

function listAt(object: unknown, ...path: string[]) {
  const list = at(object, ...path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function dataCount({ data, binaryData }: KubernetesObject): number {
  return [data, binaryData].reduce<number>(
    (sum, part) => sum + Object.keys(isRecord(part) ? part : {}).length,
    0,
  );
}

export function labelsText(labels: unknown): string {
  const pairs = Object.entries(isRecord(labels) ? labels : {});
  return pairs.map(([key, value]) => `${key}=${value}`).join(',') || '<none>';
}

export function accessModes(object: unknown, part: string): string {
  const modes = at(object, part, 'accessModes');
  return (Array.isArray(modes) ? modes : [])
    .map(mode => SHORT_MODES[String(mode)])
    .join(',');
}

export function capacity(object: unknown, part: string): unknown {
  return at(object, part, 'capacity', 'storage') ?? '';
}

export function containers(object: unknown, field: string): string {
  return listAt(object, 'spec', 'template', 'spec', 'containers')
    .map(container => container[field])
    .join(',');
}

/** Ready containers of a pod, or ready replicas of a workload, of all of them. */
export function readyOf(object: KubernetesObject): string {
  if (object.kind === 'Pod') {
    const ready = listAt(object, 'status', 'containerStatuses').filter(
      status => status.ready,
    );
    return `${ready.length}/${listAt(object, 'spec', 'containers').length}`;
  }
  const ready = at(object, 'status', 'readyReplicas') ?? 0;
  return `${ready}/${at(object, 'spec', 'replicas') ?? 0}`;
}

export function restarts(object: KubernetesObject): number {
  return listAt(object, 'status', 'containerStatuses').reduce(
    (sum, status) => sum + Number(status.restartCount ?? 0),
    0,
  );
}

export function servicePorts(object: KubernetesObject): string {
  const ports = listAt(object, 'spec', 'ports').map(
    ({ port, protocol = 'TCP' }) => `${port}/${protocol}`,
  );
  return ports.join(',') || '<none>';
}

export function subjects(object: KubernetesObject, kind: string): string {
  return listAt(object, 'subjects')
    .filter(subject => subject.kind === kind)
    .map(({ name, namespace }) => (namespace ? `${namespace}/${name}` : name))
    .join(', ');
}
