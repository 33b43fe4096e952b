import { Finding, quoted, refusal } from '../../input/Finding';
import {
  FleetCluster,
  VeleroAbsence,
  VeleroAbsenceCause,
} from '../FleetSnapshot';
import { DraftCluster } from '../TenantDraft';

interface Words {
  message: string;
  remedy: string;
}

const WORDS: Record<
  VeleroAbsenceCause,
  (cluster: string, absence: VeleroAbsence) => Words
> = {
  'not-installed': (cluster, absence) => ({
    message: `No Velero is installed in ${cluster}${because(absence)}`,
    remedy: 'Install Velero first; the portal notices it within a minute',
  }),
  'no-namespace': (cluster, absence) => ({
    message: `There is no Velero${placeOf(
      absence,
    )} of ${cluster}: there is no such namespace`,
    remedy: 'Install Velero there first',
  }),
  'not-collected': (cluster, absence) => ({
    message: `The portal would see nothing of what is made${placeOf(
      absence,
    )} of ${cluster}${because(absence)}`,
    remedy:
      'Add the namespace to veleroNamespaces of the cluster in the configuration of the portal',
  }),
  forbidden: (cluster, absence) => ({
    message: `Whether Velero works${placeOf(
      absence,
    )} of ${cluster} cannot be told${because(absence)}`,
    remedy:
      'Install Velero there and apply the rights of deploy/rbac/onboard to that namespace',
  }),
  'no-answer': (cluster, absence) => ({
    message: `No Velero server answers${placeOf(
      absence,
    )} of ${cluster}${because(absence)}`,
    remedy: `Look whether one runs there, by ${commandFor(absence)}`,
  }),
  failed: (cluster, absence) => ({
    message: `Whether Velero works${placeOf(
      absence,
    )} of ${cluster} cannot be told${because(absence)}`,
    remedy: 'Try again when the cluster answers',
  }),
};

/** Says for each place where a Velero server was looked for what is the matter there. */
export function missingVelero(
  { path, name, request: { veleroNamespace } }: DraftCluster,
  { absences = [], veleros }: FleetCluster,
): Finding[] {
  const found: VeleroAbsence[] =
    absences.length > 0
      ? absences
      : [{ cause: 'not-installed', namespace: veleroNamespace }];
  return found.map(absence => {
    const { message, remedy } = WORDS[absence.cause](
      `cluster ${quoted(name)}`,
      absence,
    );
    return refusal(
      'velero-missing',
      veleroNamespace ? `${path}.veleroNamespace` : `${path}.cluster`,
      message,
      `${remedy}${wayOut(absence, veleroNamespace, veleros)}`,
    );
  });
}

/** What helps when the server is not meant to be where it was looked for. */
function wayOut(
  { cause }: VeleroAbsence,
  veleroNamespace: string | undefined,
  veleros: FleetCluster['veleros'],
): string {
  if (veleros.length > 0) {
    const places = veleros.map(({ namespace }) => namespace);
    return `; or choose one of ${places.join(', ')}`;
  }
  const isGuessed =
    !veleroNamespace &&
    ['no-namespace', 'forbidden', 'no-answer'].includes(cause);
  return isGuessed
    ? '; where it works in another namespace, name that as veleroNamespace'
    : '';
}

function placeOf({ namespace }: VeleroAbsence): string {
  return namespace ? ` in namespace ${quoted(namespace)}` : '';
}

function because({ reason }: VeleroAbsence): string {
  return reason ? `: ${reason}` : '';
}

function commandFor({ namespace = 'velero' }: VeleroAbsence): string {
  return `kubectl --namespace ${namespace} get deployment velero`;
}
