import { ServerResponse } from 'node:http';
import { ApiStatus, expired, resourceVersionTooLarge } from '../api/ApiError';
import { Collection } from '../api/Collection';
import { StoreEvent } from '../api/EventHistory';
import { ListParameters } from '../api/ListParameters';
import { ObjectStore } from '../api/ObjectStore';
import { ResourceType } from '../api/ResourceType';
import { StoredObject } from '../api/StoredObject';
import { Representation } from './Representation';
import { StreamWriter } from './StreamWriter';

export interface WatchStreamOptions {
  response: ServerResponse;
  store: ObjectStore;
  type: ResourceType;
  namespace?: string;
  parameters: ListParameters;
  representation: Representation;
  bookmarkMillis: number;
  /** How many changes may wait for a watcher that does not keep up. */
  backlogLimit: number;
  /** As if the position asked for were no longer known. */
  gone?: boolean;
  cutAfterBytes?: number;
}

const DEFAULT_TIMEOUT_SECONDS = 1800;

/** One open watch. It sends the initial state if asked to, then each change, now and then a bookmark. */
export class WatchStream {
  readonly #options: WatchStreamOptions;
  readonly #collection: Collection;
  readonly #writer: StreamWriter;
  #pending: StoreEvent[] = [];
  #bookmarkDue = false;
  #ended = false;
  #wake: () => void = () => {};

  constructor(options: WatchStreamOptions) {
    this.#options = options;
    this.#collection = options.store.collection(options.type);
    this.#writer = new StreamWriter(options.response, options);
  }

  async run() {
    const { response, parameters } = this.#options;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const stop = this.#listen(parameters.timeoutSeconds);
    try {
      const failure = this.#failure();
      if (failure) {
        await this.#writer.write(line('ERROR', JSON.stringify(failure)));
      } else {
        await this.#sendInitialState();
        await this.#sendChanges();
      }
    } finally {
      stop();
      this.#writer.end();
    }
  }

  /** Subscribes before anything is sent, so that no change falls between the state and what follows it. */
  #listen(timeoutSeconds = DEFAULT_TIMEOUT_SECONDS): () => void {
    const { response, bookmarkMillis } = this.#options;
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    const unsubscribe = this.#collection.subscribe(event => {
      this.#pending.push(event);
      this.#wake();
    });
    const timeout = setTimeout(end, timeoutSeconds * 1000);
    const bookmarks = setInterval(() => {
      this.#bookmarkDue = true;
      this.#wake();
    }, bookmarkMillis);
    response.once('close', end);
    return () => {
      unsubscribe();
      clearTimeout(timeout);
      clearInterval(bookmarks);
    };
  }

  get #fromPosition(): number | undefined {
    const { sendInitialEvents, resourceVersion } = this.#options.parameters;
    return sendInitialEvents ? undefined : resourceVersion || undefined;
  }

  /** Why the watch cannot begin where it was asked to. */
  #failure(): ApiStatus | undefined {
    const { store, gone, parameters } = this.#options;
    const { sendInitialEvents, resourceVersion = 0 } = parameters;
    if (sendInitialEvents && resourceVersion > store.revision) {
      return resourceVersionTooLarge(resourceVersion, store.revision).status;
    }
    const from = this.#fromPosition;
    if (from === undefined || (!gone && this.#collection.remembers(from))) {
      return undefined;
    }
    const message = `too old resource version: ${from} (${store.revision})`;
    return expired(message).status;
  }

  async #sendInitialState() {
    const { store, parameters } = this.#options;
    const from = this.#fromPosition;
    if (from !== undefined) {
      this.#pending = this.#collection.eventsAfter(from);
      return;
    }
    const revision = store.revision;
    for (const object of this.#collection.snapshot(revision)) {
      if (this.#ended) {
        return;
      }
      if (this.#selects(object)) {
        await this.#send('ADDED', object);
      }
    }
    if (parameters.sendInitialEvents && parameters.allowWatchBookmarks) {
      await this.#sendBookmark(revision, {
        'k8s.io/initial-events-end': 'true',
      });
    }
  }

  async #sendChanges() {
    while (!this.#ended && !this.#writer.closed) {
      const event = this.#pending.shift();
      if (event) {
        await this.#sendEvent(event);
      } else if (this.#bookmarkDue) {
        await this.#sendDueBookmark();
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
      // A real server drops a watcher that does not keep up; it has to resume.
      this.#ended ||= this.#pending.length > this.#options.backlogLimit;
    }
  }

  async #sendEvent({ type, object, previous, revision }: StoreEvent) {
    const was = previous !== undefined && this.#selects(previous);
    const is = type !== 'DELETED' && this.#selects(object);
    if (is) {
      await this.#send(was ? 'MODIFIED' : 'ADDED', object);
    } else if (was) {
      await this.#send('DELETED', new StoredObject(previous.object, revision));
    }
  }

  async #sendDueBookmark() {
    this.#bookmarkDue = false;
    if (this.#options.parameters.allowWatchBookmarks) {
      await this.#sendBookmark(this.#options.store.revision);
    }
  }

  #sendBookmark(revision: number, annotations?: Record<string, string>) {
    const { representation } = this.#options;
    const resourceVersion = String(revision);
    const metadata = { resourceVersion, annotations };
    const bookmark = representation.bookmark(metadata);
    return this.#writer.write(line('BOOKMARK', bookmark));
  }

  #send(type: string, stored: StoredObject) {
    const { representation } = this.#options;
    return this.#writer.write(line(type, representation.event(stored)));
  }

  #selects({ key, object }: StoredObject): boolean {
    const { namespace, parameters } = this.#options;
    return (
      (!namespace || key.startsWith(`${namespace}/`)) &&
      (parameters.selects?.(object) ?? true)
    );
  }
}

function line(type: string, json: string): string {
  return `{"type":"${type}","object":${json}}\n`;
}
