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
  signal: AbortSignal;
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

  /** Gives the file in pieces; whoever stops reading ends the download. */
  async *read(options: DownloadOptions): AsyncGenerator<Buffer> {
    const { total, compressedBytes } = this.#limits;
    const { owner, kind, inflatedBytes } = options;
    const noun = NOUNS[kind];
    const deadline = new Deadline({
      signal: AbortSignal.any([options.signal, this.#stopped.signal]),
      milliseconds: total,
      tooLate: tooSlow(noun, total),
    });
    let leave: (() => void) | undefined;
    try {
      leave = await this.#limiter.acquire(deadline.signal);
      const body = await this.#open({
        connection: this.#connectionTo(owner.cluster),
        owner,
        kind,
        signal: deadline.signal,
      });
      yield* inflate(body, { compressedBytes, inflatedBytes, noun });
    } catch (error) {
      deadline.signal.throwIfAborted();
      throw error;
    } finally {
      leave?.();
      deadline.end();
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

function tooSlow(noun: string, milliseconds: number): ArtifactError {
  return new ArtifactError(
    'too-slow',
    `The ${noun} did not arrive as a whole within ${
      milliseconds / 1000
    } s; try again, or fetch it with the velero command line`,
  );
}
