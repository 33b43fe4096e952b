import { addAbortListener } from 'node:events';
import { Readable } from 'node:stream';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Deadline } from '../clusters/http/Deadline';
import { Limiter } from '../lib/Limiter';
import { ArtifactKind, ArtifactOwner, NOUNS } from './Artifact';
import { ArtifactError } from './ArtifactError';
import { ArtifactLimits } from './ArtifactLimits';
import { toClusterProblem } from './clusterProblem';
import { inflate } from './inflate';
import { LinkQuestion, LinkRequests } from './LinkRequests';
import { openStoredFile } from './openStoredFile';
import { readAuthority } from './readAuthority';
import { SignedLink } from './SignedLink';

/** Which file to fetch. */
export interface DownloadOptions {
  owner: ArtifactOwner;
  kind: ArtifactKind;
  /** How large it may be when unpacked. */
  inflatedBytes: number;
  /** How large it may be as it is stored; as any file when absent. */
  compressedBytes?: number;
  signal: AbortSignal;
}

/** A file on its way. Whoever opens it ends it. */
export interface Download {
  /** The file in pieces, unpacked. */
  chunks: AsyncGenerator<Buffer>;
  /** Aborted when the download has to end, whether somebody reads or not; the reason is the error. */
  signal: AbortSignal;
  /** Gives back all that the download holds, at once. */
  end(): void;
}

/** Fetches files of backups: a link from Velero, the file from the store, unpacked as it comes. */
export class ArtifactDownloads {
  readonly #registry: ClusterRegistry;
  readonly #limits: ArtifactLimits;
  readonly #links: LinkRequests;
  readonly #limiter: Limiter;
  readonly #stopped = new AbortController();

  constructor(options: {
    registry: ClusterRegistry;
    logger: LoggerService;
    limits: ArtifactLimits;
  }) {
    this.#registry = options.registry;
    this.#limits = options.limits;
    this.#links = new LinkRequests(options);
    this.#limiter = new Limiter({ limit: options.limits.simultaneous });
  }

  /** Begins when the first piece is asked for; its time runs from now on. */
  open(options: DownloadOptions): Download {
    const ended = new AbortController();
    const { begin } = this.#limits;
    const deadline = new Deadline({
      signal: AbortSignal.any([
        options.signal,
        this.#stopped.signal,
        ended.signal,
      ]),
      milliseconds: begin,
      tooLate: lateBeginning(NOUNS[options.kind], begin),
    });
    return {
      chunks: this.#read(options, deadline),
      signal: deadline.signal,
      end() {
        ended.abort();
        deadline.end();
      },
    };
  }

  async *#read(
    options: DownloadOptions,
    deadline: Deadline,
  ): AsyncGenerator<Buffer> {
    const { owner, kind, inflatedBytes } = options;
    const { total } = this.#limits;
    const { compressedBytes = this.#limits.compressedBytes } = options;
    const { signal } = deadline;
    const noun = NOUNS[kind];
    const connection = this.#connectionTo(owner.cluster);
    const leave = await this.#enter(signal);
    try {
      const body = await this.#open({ connection, owner, kind, signal });
      addAbortListener(signal, () => body.destroy(signal.reason));
      const limits = { compressedBytes, inflatedBytes, noun };
      const pieces = inflate(body, limits);
      const first = await pieces.next();
      deadline.prolong({ milliseconds: total, tooLate: tooSlow(noun, total) });
      if (!first.done) {
        yield first.value;
        yield* pieces;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      leave();
    }
  }

  /** Takes a place. The signal gives it back, too: whoever does not read never comes to the end of the file. */
  async #enter(signal: AbortSignal): Promise<() => void> {
    try {
      const leave = await this.#limiter.acquire(signal);
      addAbortListener(signal, leave);
      return leave;
    } catch (error) {
      throw error instanceof ArtifactError ? busy() : error;
    }
  }

  /** Ends all downloads, and resolves when nothing of them is left in the clusters. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#links.settled();
  }

  async #open(question: LinkQuestion): Promise<Readable> {
    const link = await this.#links.obtain(question);
    try {
      return await this.#openLink(link, question);
    } catch (error) {
      const untrusted =
        error instanceof ArtifactError &&
        error.reason === 'certificate-unknown';
      const authority = untrusted
        ? await this.#authorityOf(question)
        : undefined;
      if (!authority) {
        throw error;
      }
      return this.#openLink(link, question, authority);
    }
  }

  #openLink(
    link: SignedLink,
    { kind, signal }: LinkQuestion,
    authority?: string,
  ): Promise<Readable> {
    const limits = this.#limits;
    const noun = NOUNS[kind];
    return openStoredFile({ link, limits, noun, authority, signal });
  }

  async #authorityOf(question: LinkQuestion): Promise<string | undefined> {
    try {
      return await readAuthority(question);
    } catch (error) {
      throw error instanceof ClusterError
        ? toClusterProblem(error, question.owner.cluster)
        : error;
    }
  }

  #connectionTo(name: string): ClusterConnection {
    const cluster = this.#registry
      .current()
      .find(candidate => candidate.name === name);
    if (!cluster?.connection) {
      throw new ArtifactError(
        'cluster-unreachable',
        `Cluster '${name}' has to be asked for this, and the portal has no way to it: ${
          cluster?.problem ?? 'it is not registered any more'
        }`,
      );
    }
    return cluster.connection;
  }
}

function lateBeginning(noun: string, milliseconds: number): ArtifactError {
  return new ArtifactError(
    'too-slow',
    `The ${noun} did not begin to come within ${
      milliseconds / 1000
    } s: the cluster and the object store are slow to answer; try again in a moment`,
  );
}

function tooSlow(noun: string, milliseconds: number): ArtifactError {
  return new ArtifactError(
    'too-slow',
    `The ${noun} did not pass through the portal as a whole within ${
      milliseconds / 1000
    } s: the store, or the connection of the reader, is too slow; try again, or fetch it with the velero command line`,
  );
}

function busy(): ArtifactError {
  return new ArtifactError(
    'busy',
    'The portal fetches as many files as it may at the moment; try again in a moment',
  );
}
