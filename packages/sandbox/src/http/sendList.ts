import { ServerResponse } from 'node:http';
import { Page } from '../api/selectPage';
import { Representation } from './Representation';
import { StreamWriter } from './StreamWriter';

const CHUNK_LENGTH = 256 * 1024;

/** Streams a list. */
export async function sendList(
  response: ServerResponse,
  representation: Representation,
  page: Page,
) {
  const [head, tail] = representation.frame(page);
  const writer = new StreamWriter(response);
  response.writeHead(200, { 'content-type': representation.contentType });
  let chunk = head;
  for (const [index, item] of page.items.entries()) {
    chunk += index > 0 ? ',' : '';
    chunk += representation.item(item);
    if (chunk.length > CHUNK_LENGTH) {
      await writer.write(chunk);
      chunk = '';
    }
  }
  await writer.write(`${chunk}${tail}\n`);
  writer.end();
}
