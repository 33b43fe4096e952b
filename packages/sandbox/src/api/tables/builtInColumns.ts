import { isRecord, KubernetesObject } from '../KubernetesObject';
import { ResourceName, ResourceType } from '../ResourceType';
import { ageOf } from './humanDuration';
import { column, NAME_COLUMN, TableColumn } from './TableColumn';
import {
  accessModes,
  at,
  capacity,
  containers,
  dataCount,
  labelsText,
  readyOf,
  restarts,
  servicePorts,
  subjects,
} from './cells';

const AGE = column('Age', ({ metadata }, now) =>
  ageOf(metadata.creationTimestamp, now),
);
const CREATED = column(
  'Created At',
  ({ metadata }) => metadata.creationTimestamp,
  { type: 'date' },
);
const DATA = column('Data', dataCount);
const wide = { priority: 1 };

function text(name: string, ...path: string[]): TableColumn {
  return column(name, object => at(object, ...path) ?? '');
}

function some(name: string, path: string[], more = {}): TableColumn {
  return column(name, object => at(object, ...path) ?? '<none>', more);
}

function wideSubjects(name: string, kind: string): TableColumn {
  return column(name, object => subjects(object, kind), wide);
}

const CONTAINERS = [
  column('Containers', object => containers(object, 'name'), wide),
  column('Images', object => containers(object, 'image'), wide),
];

const ROLE = column(
  'Role',
  object => `${at(object, 'roleRef', 'kind')}/${at(object, 'roleRef', 'name')}`,
);

const BINDING = [
  ROLE,
  AGE,
  wideSubjects('Users', 'User'),
  wideSubjects('Groups', 'Group'),
  wideSubjects('ServiceAccounts', 'ServiceAccount'),
];

const COLUMNS: Partial<Record<ResourceName, TableColumn[]>> = {
  configmaps: [DATA, AGE],
  namespaces: [text('Status', 'status', 'phase'), AGE],
  secrets: [text('Type', 'type'), DATA, AGE],
  serviceaccounts: [
    column('Secrets', ({ secrets }) =>
      Array.isArray(secrets) ? secrets.length : 0,
    ),
    AGE,
  ],
  events: [
    column('Last Seen', (object, now) =>
      ageOf(at(object, 'lastTimestamp') ?? at(object, 'eventTime'), now),
    ),
    text('Type', 'type'),
    text('Reason', 'reason'),
    column('Object', object => {
      const { kind = '', name = '' } = involved(object);
      return `${String(kind).toLowerCase()}/${name}`;
    }),
    text('Message', 'message'),
  ],
  pods: [
    column('Ready', object => readyOf(object)),
    text('Status', 'status', 'phase'),
    column('Restarts', restarts),
    AGE,
    some('IP', ['status', 'podIP'], wide),
    some('Node', ['spec', 'nodeName'], wide),
    some('Nominated Node', ['status', 'nominatedNodeName'], wide),
    column('Readiness Gates', () => '<none>', wide),
  ],
  services: [
    text('Type', 'spec', 'type'),
    some('Cluster-IP', ['spec', 'clusterIP']),
    column('External-IP', () => '<none>'),
    column('Port(s)', servicePorts),
    AGE,
    column(
      'Selector',
      object => labelsText(at(object, 'spec', 'selector')),
      wide,
    ),
  ],
  persistentvolumes: [
    column('Capacity', object => capacity(object, 'spec')),
    column('Access Modes', object => accessModes(object, 'spec')),
    text('Reclaim Policy', 'spec', 'persistentVolumeReclaimPolicy'),
    text('Status', 'status', 'phase'),
    column('Claim', object => {
      const namespace = at(object, 'spec', 'claimRef', 'namespace');
      const name = at(object, 'spec', 'claimRef', 'name');
      return name ? `${namespace}/${name}` : '';
    }),
    text('StorageClass', 'spec', 'storageClassName'),
    column('VolumeAttributesClass', () => '<unset>'),
    text('Reason', 'status', 'reason'),
    AGE,
    some('VolumeMode', ['spec', 'volumeMode'], wide),
  ],
  persistentvolumeclaims: [
    text('Status', 'status', 'phase'),
    text('Volume', 'spec', 'volumeName'),
    column('Capacity', object => capacity(object, 'status')),
    column('Access Modes', object => accessModes(object, 'status')),
    text('StorageClass', 'spec', 'storageClassName'),
    column('VolumeAttributesClass', () => '<unset>'),
    AGE,
    some('VolumeMode', ['spec', 'volumeMode'], wide),
  ],
  deployments: [
    column('Ready', object => readyOf(object)),
    column(
      'Up-to-date',
      object => at(object, 'status', 'updatedReplicas') ?? 0,
    ),
    column(
      'Available',
      object => at(object, 'status', 'availableReplicas') ?? 0,
    ),
    AGE,
    ...CONTAINERS,
    column(
      'Selector',
      object => labelsText(at(object, 'spec', 'selector', 'matchLabels')),
      wide,
    ),
  ],
  statefulsets: [
    column('Ready', object => readyOf(object)),
    AGE,
    ...CONTAINERS,
  ],
  roles: [CREATED],
  clusterroles: [CREATED],
  rolebindings: BINDING,
  clusterrolebindings: BINDING,
  customresourcedefinitions: [CREATED],
};

function involved({ involvedObject }: KubernetesObject) {
  return isRecord(involvedObject) ? involvedObject : {};
}

/** The columns in which kubectl shows a built-in kind. */
export function builtInColumns({ plural }: ResourceType): TableColumn[] {
  return [NAME_COLUMN, ...(COLUMNS[plural as ResourceName] ?? [AGE])];
}
