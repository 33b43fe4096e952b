import { ServerResponse } from 'node:http';
import { apiVersionOf, ResourceType } from '../api/ResourceType';
import { Page } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';
import { StreamWriter } from './StreamWriter';

const CHUNK_LENGTH = 256 * 1024;

/** Streams a list. Custom resources come with their items first and metadata last, as from a real server. */
export async function sendList(
  response: ServerResponse,
  type: ResourceType,
  page: Page,
) {
  const [head, tail] = frame(type, page);
  const writer = new StreamWriter(response);
  response.writeHead(200, { 'content-type': 'application/json' });
  let chunk = head;
  for (const [index, item] of page.items.entries()) {
    chunk += index > 0 ? ',' : '';
    chunk += itemJson(type, item);
    if (chunk.length > CHUNK_LENGTH) {
      await writer.write(chunk);
      chunk = '';
    }
  }
  await writer.write(chunk + tail);
  writer.end();
}

function frame(type: ResourceType, page: Page): [string, string] {
  const metadata = JSON.stringify({
    ...(page.continueToken && { continue: page.continueToken }),
    ...(page.remaining && { remainingItemCount: page.remaining }),
    resourceVersion: String(page.revision),
  });
  const kind = `"kind":"${type.kind}List"`;
  const version = `"apiVersion":"${apiVersionOf(type)}"`;
  return type.custom
    ? [`{${version},"items":[`, `],${kind},"metadata":${metadata}}\n`]
    : [`{${kind},${version},"metadata":${metadata},"items":[`, ']}\n'];
}

/** The items of built-in lists do not repeat what they are. */
function itemJson(type: ResourceType, item: StoredObject): string {
  return type.custom
    ? item.json
    : JSON.stringify({
        ...item.object,
        kind: undefined,
        apiVersion: undefined,
      });
}
