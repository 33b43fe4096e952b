import { KubernetesObject, KubernetesPage } from '../ClusterConnection';
import { EventLoopShare } from './EventLoopShare';
import { isJsonObject, isKubernetesObject, malformed, parseJson } from './json';
import { JsonCursor } from './JsonCursor';

const WHAT = 'The list from the cluster';

/** Parses a page item by item, because a whole one can hold up everything else for a second. */
export async function parseList(text: Buffer): Promise<KubernetesPage> {
  const cursor = new JsonCursor(text);
  let items: KubernetesObject[] | undefined;
  let metadata: unknown;
  assertShape(cursor.take('{'));
  do {
    const key = parseJson(cursor.cutValue(), WHAT);
    assertShape(cursor.take(':'));
    if (key === 'items') {
      items = await parseItems(cursor);
    } else if (key === 'metadata') {
      metadata = parseJson(cursor.cutValue(), WHAT);
    } else {
      parseJson(cursor.cutValue(), WHAT);
    }
  } while (cursor.take(','));
  assertShape(cursor.take('}') && cursor.isAtEnd);
  if (!items) {
    throw malformed(WHAT);
  }
  return { items, ...parseMetadata(metadata) };
}

async function parseItems(cursor: JsonCursor): Promise<KubernetesObject[]> {
  const items: KubernetesObject[] = [];
  const share = new EventLoopShare();
  if (!cursor.take('[')) {
    // An empty list of Go can be null.
    assertShape(cursor.cutValue().toString('latin1').trim() === 'null');
    return items;
  }
  if (cursor.take(']')) {
    return items;
  }
  do {
    const item = parseJson(cursor.cutValue(), WHAT);
    if (!isKubernetesObject(item)) {
      throw malformed(WHAT);
    }
    items.push(item);
    await share.pause();
  } while (cursor.take(','));
  assertShape(cursor.take(']'));
  return items;
}

function parseMetadata(metadata: unknown) {
  if (!isJsonObject(metadata) || typeof metadata.resourceVersion !== 'string') {
    throw malformed(WHAT);
  }
  const { resourceVersion, continue: continueToken } = metadata;
  return {
    resourceVersion,
    ...(typeof continueToken === 'string' &&
      continueToken && { continueToken }),
  };
}

function assertShape(isAsExpected: boolean) {
  if (!isAsExpected) {
    throw malformed(WHAT);
  }
}
