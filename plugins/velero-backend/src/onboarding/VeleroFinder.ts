import {
  ClusterFreshness,
  FleetCluster,
  FleetVelero,
  VeleroAbsence,
  VeleroAbsenceCause,
} from 'backstage-plugin-velero-common';
import { ClusterErrorKind } from '../clusters/ClusterError';
import { RegisteredCluster } from '../clusters/ClusterRegistry';
import { StoredClusterStatus } from '../store/ClusterStore';
import { readServerWorkloads, ServerWorkloads } from './readServerWorkloads';
import { ServerAnswer, ServerStatusReader } from './ServerStatusReader';

/** Where `velero install` puts a server when nothing is said. */
const USUAL_NAMESPACE = 'velero';

/** A cluster that answers. */
export interface VeleroQuestion {
  cluster: RegisteredCluster;
  stored?: StoredClusterStatus;
  /** Names of all its namespaces. */
  namespaces: string[];
  /** Where a request says that a server works. */
  named: string[];
}

type Found = Pick<FleetCluster, 'veleros' | 'absences'>;

/** Finds the Velero servers of a cluster: by their storage locations, and those that have none yet by asking them. */
export class VeleroFinder {
  readonly #servers = new ServerStatusReader();

  async find(question: VeleroQuestion): Promise<Found> {
    const { stored, named } = question;
    const known = stored?.veleroNamespaces ?? [];
    const unseen = named.filter(namespace => !known.includes(namespace));
    const [veleros, others] = await Promise.all([
      Promise.all(known.map(place => this.#seen(place, question))),
      Promise.all(unseen.map(place => this.#lookFor(place, question))),
    ]);
    return known.length + named.length > 0
      ? joined([{ veleros }, ...others])
      : this.#findUsual(question);
  }

  /** A server without any object is where such servers usually are. */
  async #findUsual(question: VeleroQuestion): Promise<Found> {
    const { cluster, namespaces } = question;
    const places = cluster.veleroNamespaces ?? [USUAL_NAMESPACE];
    return joined(
      await Promise.all(
        places.map(namespace =>
          namespaces.includes(namespace)
            ? this.#lookFor(namespace, question)
            : absent({ cause: 'no-namespace', namespace }),
        ),
      ),
    );
  }

  /** What it does not answer is not known: its locations tell that it is there. */
  async #seen(
    namespace: string,
    question: VeleroQuestion,
  ): Promise<FleetVelero> {
    const [{ status }, workloads] = await Promise.all([
      this.#ask(namespace, question),
      workloadsIn(namespace, question),
    ]);
    return {
      namespace,
      version: question.stored?.veleroVersion,
      ...workloads,
      ...status,
    };
  }

  async #lookFor(namespace: string, question: VeleroQuestion): Promise<Found> {
    const collected = question.cluster.veleroNamespaces;
    if (collected && !collected.includes(namespace)) {
      const reason = `it reads nothing but ${collected.join(', ')}`;
      return absent({ cause: 'not-collected', namespace, reason });
    }
    const { status, silence } = await this.#ask(namespace, question);
    if (status) {
      const workloads = await workloadsIn(namespace, question);
      return { veleros: [{ namespace, ...workloads, ...status }] };
    }
    const hasNamespace = question.namespaces.includes(namespace);
    const cause = causeOf(silence.cause, hasNamespace);
    return absent({ cause, namespace, reason: silence.reason });
  }

  async #ask(
    namespace: string,
    { cluster: { name: cluster, connection, problem } }: VeleroQuestion,
  ): Promise<ServerAnswer> {
    if (!connection) {
      const reason = problem ?? 'it cannot be reached';
      return { silence: { cause: 'unreachable', reason } };
    }
    return this.#servers.read({ cluster, namespace, connection });
  }
}

async function workloadsIn(
  namespace: string,
  { cluster: { connection } }: VeleroQuestion,
): Promise<ServerWorkloads> {
  return connection ? readServerWorkloads({ namespace, connection }) : {};
}

/** What is known of the servers of a cluster that is not asked. */
export function collectedVeleros(
  stored: StoredClusterStatus | undefined,
  { state, reason }: Pick<ClusterFreshness, 'state' | 'reason'>,
): Found {
  const { veleroNamespaces = [], veleroVersion: version } = stored ?? {};
  return {
    veleros: veleroNamespaces.map(namespace => ({ namespace, version })),
    ...(state === 'not-installed' && {
      absences: [{ cause: 'not-installed', reason }],
    }),
  };
}

function absent(absence: VeleroAbsence): Found {
  return { veleros: [], absences: [absence] };
}

function joined(parts: Found[]): Found {
  const absences = parts.flatMap(part => part.absences ?? []);
  return {
    veleros: parts.flatMap(({ veleros }) => veleros),
    ...(absences.length > 0 && { absences }),
  };
}

function causeOf(
  kind: ClusterErrorKind | 'no-answer',
  hasNamespace: boolean,
): VeleroAbsenceCause {
  switch (kind) {
    case 'no-answer':
    case 'forbidden':
      return kind;
    case 'not-found':
    case 'not-served':
      return hasNamespace ? 'not-installed' : 'no-namespace';
    default:
      return 'failed';
  }
}
