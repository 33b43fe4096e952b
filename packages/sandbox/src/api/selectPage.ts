import { ApiError, expired, resourceVersionTooLarge } from './ApiError';
import { decodeContinue, encodeContinue } from './continueToken';
import { ListParameters } from './ListParameters';
import { ObjectStore } from './ObjectStore';
import { ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';

export interface Page {
  items: StoredObject[];
  revision: number;
  continueToken?: string;
  /** Unknown when a selector is used, as on a real server. */
  remaining?: number;
}

interface Question {
  store: ObjectStore;
  type: ResourceType;
  namespace?: string;
  parameters: ListParameters;
}

const CONTINUE_EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** Chooses what a list answers: the state of which moment, and which page of it. */
export function selectPage(question: Question): Page {
  const { store, type, namespace, parameters } = question;
  const start = startOf(question);
  const revision = start.revision < 0 ? store.revision : start.revision;
  const all = store
    .collection(type)
    .snapshot(revision)
    .filter(({ key }) => !namespace || key.startsWith(`${namespace}/`))
    .filter(({ object }) => parameters.selects?.(object) ?? true);
  const rest = start.after ? all.slice(indexAfter(all, start.after)) : all;
  return cutPage(rest, revision, parameters);
}

function cutPage(
  rest: StoredObject[],
  revision: number,
  { limit, resourceVersion, selects }: ListParameters,
): Page {
  // What any version will do for is served from a cache, which does not cut.
  const isWhole = limit === 0 || resourceVersion === 0;
  if (isWhole || rest.length <= limit) {
    return { items: rest, revision };
  }
  const items = rest.slice(0, limit);
  return {
    items,
    revision,
    continueToken: encodeContinue({ revision, after: items[limit - 1].key }),
    ...(!selects && { remaining: rest.length - limit }),
  };
}

function startOf(question: Question): { revision: number; after?: string } {
  const { continueToken } = question.parameters;
  return continueToken
    ? continued(question, continueToken)
    : { revision: askedRevision(question) };
}

function continued({ store, type }: Question, token: string) {
  const position = decodeContinue(token);
  const { revision, after } = position;
  if (revision >= 0 && !store.collection(type).remembers(revision)) {
    throw continueExpired(after);
  }
  return position;
}

/** Comes with a token that goes on from the same key in the current state. */
export function continueExpired(after: string): ApiError {
  return expired(CONTINUE_EXPIRED, encodeContinue({ revision: -1, after }));
}

function askedRevision({ store, parameters }: Question): number {
  const { resourceVersion: asked = 0, limit } = parameters;
  if (asked > store.revision) {
    throw resourceVersionTooLarge(asked, store.revision);
  }
  // A limit without a match rule means Exact, for the sake of old clients.
  const legacyExact = limit > 0 && !parameters.resourceVersionMatch;
  const exact = parameters.resourceVersionMatch === 'Exact' || legacyExact;
  return exact && asked > 0 ? asked : store.revision;
}

function indexAfter(sorted: StoredObject[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].key <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
