import { KubernetesObject } from '../../api/KubernetesObject';
import { resourceTypeOf } from '../../api/ResourceType';
import { LogEntry } from '../files/logLines';
import { ItemSource } from './ItemSource';

interface Pod extends KubernetesObject {
  spec?: {
    nodeName?: string;
    volumes?: PodVolume[];
  };
  status?: { phase?: string };
}

interface PodVolume extends Record<string, unknown> {
  name: string;
  persistentVolumeClaim?: { claimName: string };
}

/** Volumes of these kinds hold no data of their own. */
const WITHOUT_DATA = [
  'hostPath',
  'secret',
  'configMap',
  'projected',
  'downwardAPI',
];

/** A claim whose data was copied from a pod. */
export interface PodVolumeCopy {
  podName: string;
  volumeName: string;
  namespace: string;
  claimName: string;
}

export interface PodVolumes {
  copies: PodVolumeCopy[];
  problems: LogEntry[];
  /** The pod itself is then not stored either. */
  failed: boolean;
}

/** Copies the data of a pod's volumes, which the node agent on its node has to do. */
export function copyPodVolumes(
  object: KubernetesObject,
  options: {
    source: ItemSource;
    veleroNamespace: string;
    allVolumes?: boolean;
  },
): PodVolumes {
  const pod = object as Pod;
  const volumes = chosenVolumes(pod, options.allVolumes);
  const refusal = notRunning(pod);
  const problem = refusal ?? noAgent(pod, options);
  if (volumes.length === 0 || !problem) {
    return { copies: copiesOf(pod, volumes), problems: [], failed: false };
  }
  const problems = volumes.map(({ name }) => skipped(pod, name, problem));
  const failed = refusal === undefined;
  return {
    copies: [],
    problems: failed ? [...problems, failure(pod, problem)] : problems,
    failed,
  };
}

/** Those that the pod's annotation names, or all but those that it excludes. */
function chosenVolumes({ metadata, spec }: Pod, all?: boolean): PodVolume[] {
  const annotations = metadata.annotations ?? {};
  const listed = (key: string) =>
    (annotations[`backup.velero.io/${key}`] ?? '').split(',');
  const volumes = spec?.volumes ?? [];
  if (!all) {
    const named = listed('backup-volumes');
    return volumes.filter(({ name }) => named.includes(name));
  }
  const excluded = listed('backup-volumes-excludes');
  return volumes.filter(
    volume =>
      !excluded.includes(volume.name) &&
      !WITHOUT_DATA.some(kind => kind in volume),
  );
}

function notRunning({ metadata, spec, status }: Pod): string | undefined {
  const phase = status?.phase ?? '';
  const details = `name=${metadata.name}, namespace=${metadata.namespace}, phase=${phase}`;
  if (!spec?.nodeName) {
    return `pod is not scheduled, ${details}`;
  }
  return phase === 'Running'
    ? undefined
    : `pod is not in the expected status, ${details}: pod is not running`;
}

function noAgent(
  { spec }: Pod,
  options: { source: ItemSource; veleroNamespace: string },
): string | undefined {
  const pods = options.source.list(resourceTypeOf('pods')) as Pod[];
  const found = pods.some(
    pod =>
      pod.metadata.namespace === options.veleroNamespace &&
      pod.metadata.labels?.role === 'node-agent' &&
      pod.spec?.nodeName === spec?.nodeName &&
      pod.status?.phase === 'Running',
  );
  return found
    ? undefined
    : `daemonset pod not found in running state in node ${spec?.nodeName}`;
}

function copiesOf({ metadata }: Pod, volumes: PodVolume[]): PodVolumeCopy[] {
  return volumes.flatMap(({ name, persistentVolumeClaim: claim }) =>
    claim
      ? [
          {
            podName: metadata.name,
            volumeName: name,
            namespace: metadata.namespace ?? '',
            claimName: claim.claimName,
          },
        ]
      : [],
  );
}

function skipped({ metadata }: Pod, volume: string, problem: string): LogEntry {
  return {
    level: 'warning',
    message: `Skip pod volume ${volume}`,
    source: 'pkg/podvolume/backupper.go:520',
    fields: {
      error: problem,
      name: metadata.name,
      namespace: metadata.namespace ?? '',
      resource: 'pods',
    },
  };
}

function failure({ metadata }: Pod, problem: string): LogEntry {
  return {
    level: 'error',
    message: 'Error backing up item',
    source: 'pkg/backup/backup.go:979',
    fields: { error: problem, name: metadata.name },
  };
}
