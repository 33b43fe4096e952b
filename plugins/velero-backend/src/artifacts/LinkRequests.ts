import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  ClusterConnection,
  ObjectOptions,
  RequestResource,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { isJsonObject } from '../clusters/http/json';
import { wait } from '../lib/wait';
import { ArtifactKind, ArtifactOwner, NOUNS } from './Artifact';
import { ArtifactError } from './ArtifactError';
import { ArtifactLimits } from './ArtifactLimits';
import { toClusterProblem } from './clusterProblem';
import { SignedLink } from './SignedLink';

/** For whom people look at a cluster's objects and wonder where one comes from. */
const LABELS = { 'app.kubernetes.io/managed-by': 'velero-for-backstage' };

const REMOVAL_ATTEMPTS = 3;
const REMOVAL_PAUSE = 1_000;

/** What is asked for, and where. */
export interface LinkQuestion {
  connection: ClusterConnection;
  owner: ArtifactOwner;
  kind: ArtifactKind;
  signal: AbortSignal;
}

type Reference = Omit<ObjectOptions<RequestResource>, 'signal'>;

/**
 * Asks Velero for links by DownloadRequests. Each of them holds a link that anybody may follow who can read it, so none
 * stays longer than it takes to read it, whatever happens.
 */
export class LinkRequests {
  readonly #logger: LoggerService;
  readonly #limits: ArtifactLimits;
  readonly #questions = new Set<Promise<SignedLink>>();
  readonly #removals = new Set<Promise<void>>();

  constructor(options: { logger: LoggerService; limits: ArtifactLimits }) {
    this.#logger = options.logger;
    this.#limits = options.limits;
  }

  async obtain(question: LinkQuestion): Promise<SignedLink> {
    const asked = this.#ask(question);
    this.#questions.add(asked);
    try {
      return await asked;
    } finally {
      this.#questions.delete(asked);
    }
  }

  async #ask(question: LinkQuestion): Promise<SignedLink> {
    const { owner, kind } = question;
    const reference: Reference = {
      resource: 'downloadrequests',
      namespace: owner.veleroNamespace,
      name: `${kind.toLowerCase()}-${randomUUID()}`,
    };
    await this.#create(question, reference);
    try {
      return await this.#untilAnswered(question, reference);
    } finally {
      this.#removeLater(question, reference);
    }
  }

  /** Resolves when no request is left, once all questions have been given up. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#questions);
    await Promise.all(this.#removals);
  }

  /** Nobody can cut this short: an object whose making was not waited for could not be removed. */
  async #create(question: LinkQuestion, reference: Reference): Promise<void> {
    const { connection, owner, kind } = question;
    question.signal.throwIfAborted();
    try {
      await connection.create({
        ...reference,
        labels: LABELS,
        spec: { target: { kind, name: owner.name } },
        signal: new AbortController().signal,
      });
    } catch (error) {
      if (mayHaveArrived(error)) {
        this.#removeLater(question, reference);
      }
      throw inWords(error, owner.cluster);
    }
  }

  async #untilAnswered(
    question: LinkQuestion,
    reference: Reference,
  ): Promise<SignedLink> {
    const { answer, unsignedGrace, poll } = this.#limits;
    const start = Date.now();
    let [pause] = poll;
    let unsignedSince: number | undefined;
    while (Date.now() - start < answer) {
      await wait(pause, question.signal);
      question.signal.throwIfAborted();
      const status = await this.#look(question, reference);
      if (typeof status.downloadURL === 'string' && status.downloadURL) {
        return SignedLink.parse(status.downloadURL);
      }
      unsignedSince ??= status.expiration ? Date.now() : undefined;
      if (
        status.phase === 'Failed' ||
        (unsignedSince && Date.now() - unsignedSince >= unsignedGrace)
      ) {
        throw noLink(question);
      }
      pause = Math.min(pause * 1.5, poll[1]);
    }
    throw notAnswered(question, answer);
  }

  async #look(
    { connection, owner, kind, signal }: LinkQuestion,
    reference: Reference,
  ): Promise<Record<string, unknown>> {
    try {
      const { status } = await connection.get({ ...reference, signal });
      return isJsonObject(status) ? status : {};
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ClusterError && error.kind === 'not-found') {
        throw new ArtifactError(
          'no-link',
          `The request for the ${NOUNS[kind]} was removed in cluster '${owner.cluster}' before Velero answered it; try again`,
        );
      }
      throw inWords(error, owner.cluster);
    }
  }

  #removeLater(question: LinkQuestion, reference: Reference) {
    const removal = this.#remove(question, reference).finally(() =>
      this.#removals.delete(removal),
    );
    this.#removals.add(removal);
  }

  async #remove(
    { connection, owner }: LinkQuestion,
    reference: Reference,
  ): Promise<void> {
    const { signal } = new AbortController();
    for (let attempt = 1; ; attempt++) {
      try {
        await connection.remove({ ...reference, signal });
        return;
      } catch (error) {
        if (attempt === REMOVAL_ATTEMPTS) {
          this.#logger.warn(
            `DownloadRequest '${reference.name}' stays in cluster '${
              owner.cluster
            }' until Velero removes it: ${toError(error).message}`,
          );
          return;
        }
      }
      await wait(REMOVAL_PAUSE, signal);
    }
  }
}

/** Whether a request whose answer is not known can have made something. */
function mayHaveArrived(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    ['unreachable', 'malformed'].includes(error.kind)
  );
}

function inWords(error: unknown, cluster: string): unknown {
  return error instanceof ClusterError
    ? toClusterProblem(error, cluster)
    : error;
}

function noLink({ owner, kind }: LinkQuestion): ArtifactError {
  return new ArtifactError(
    'no-link',
    `Velero in cluster '${owner.cluster}' gives no link to the ${NOUNS[kind]} of ${owner.type} '${owner.name}'. Look whether the storage location of the backup is there and its configuration is right`,
  );
}

function notAnswered(
  { owner }: LinkQuestion,
  milliseconds: number,
): ArtifactError {
  return new ArtifactError(
    'not-answered',
    `Velero in cluster '${
      owner.cluster
    }' did not answer the portal's DownloadRequest within ${
      milliseconds / 1000
    } s. Look whether the server runs in namespace '${
      owner.veleroNamespace
    }', and what its log says`,
  );
}
