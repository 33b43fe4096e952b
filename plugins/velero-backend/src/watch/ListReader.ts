import { KubernetesObject, WatchEvent } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { applyEvent, isBookmark } from './applyEvent';
import { ListWatchTiming } from './ListWatchTiming';
import { openWatch } from './openWatch';
import { Silence } from './Silence';
import { SinkBatch } from './SinkBatch';
import { WatchTarget } from './WatchTarget';

const PAGE_SIZE = 1000;
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';
const FROM_THE_BEGINNING = { sendInitialEvents: true } as const;

/** Called with the resource version of a list that has been handed over completely. */
export type OnListed = (resourceVersion: string) => Promise<void>;

/** Hands whole lists to a sink, in the way that costs the API server least. */
export class ListReader {
  readonly #target: WatchTarget & { timing: ListWatchTiming };
  #canStream = true;

  constructor(target: WatchTarget & { timing: ListWatchTiming }) {
    this.#target = target;
  }

  /**
   * Reads a list, and then gives the changes that come after it on the same stream, which is nothing when the server
   * could only give pages.
   */
  async *read(onListed: OnListed): AsyncGenerator<WatchEvent[]> {
    if (this.#canStream) {
      yield* this.#readStream(onListed);
    }
    if (!this.#canStream) {
      await this.#readPages(onListed);
    }
  }

  /** Lists as the beginning of a watch. When the server does not offer this, it remembers so and gives nothing. */
  async *#readStream(onListed: OnListed): AsyncGenerator<WatchEvent[]> {
    const { sink, signal, timing } = this.#target;
    const batch = new SinkBatch(sink);
    const silence = new Silence(timing.listSilence);
    const target = {
      ...this.#target,
      signal: AbortSignal.any([signal, silence.signal]),
    };
    let isListing = true;
    await sink.beginList();
    try {
      for await (const events of openWatch(target, FROM_THE_BEGINNING)) {
        silence.interrupt();
        const changes = isListing
          ? await takeListed({ events, batch, onListed })
          : events;
        if (changes) {
          isListing = false;
          silence.end();
          yield changes;
        }
      }
    } catch (error) {
      const isRefused = silence.signal.aborted || refusesStreaming(error);
      if (!isListing || !isRefused) {
        throw error;
      }
    } finally {
      silence.end();
    }
    this.#canStream = !isListing;
  }

  async #readPages(onListed: OnListed): Promise<void> {
    const { connection, resource, namespace, sink, signal } = this.#target;
    const batch = new SinkBatch(sink);
    const request = { resource, namespace, limit: PAGE_SIZE, signal };
    await sink.beginList();
    let page = await connection.list(request);
    const { resourceVersion } = page;
    await putAll(page.items, batch);
    while (page.continueToken) {
      const { continueToken } = page;
      page = await connection.list({ ...request, continueToken });
      await putAll(page.items, batch);
    }
    await batch.flush();
    await onListed(resourceVersion);
  }
}

/** Gives what comes after the end of the list, and nothing as long as that has not come. */
async function takeListed(options: {
  events: WatchEvent[];
  batch: SinkBatch;
  onListed: OnListed;
}): Promise<WatchEvent[] | undefined> {
  const { events, batch, onListed } = options;
  for (const [index, event] of events.entries()) {
    if (isEndOfList(event)) {
      await batch.flush();
      await onListed(versionOf(event));
      return events.slice(index + 1);
    }
    await applyEvent(event, batch);
  }
  return undefined;
}

async function putAll(
  objects: KubernetesObject[],
  batch: SinkBatch,
): Promise<void> {
  for (const object of objects) {
    await batch.put(object);
  }
}

function isEndOfList(event: WatchEvent): boolean {
  const { annotations } = event.object.metadata;
  return isBookmark(event) && annotations?.[INITIAL_EVENTS_END] === 'true';
}

function versionOf({ object }: WatchEvent): string {
  const { resourceVersion } = object.metadata;
  if (!resourceVersion) {
    throw new ClusterError(
      'malformed',
      'The end of the list from the cluster has no resource version',
    );
  }
  return resourceVersion;
}

/** Which right is missing shows when the list is asked for in pages. */
function refusesStreaming(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    (error.kind === 'unsupported' || error.kind === 'forbidden')
  );
}
