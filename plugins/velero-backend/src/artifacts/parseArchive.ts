import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { isJsonObject, JsonObject } from '../clusters/http/json';
import { ArtifactArchive } from './ArtifactArchive';
import { ArchiveFacts } from './ArchiveFacts';

/** Objects are kept in a folder for each version of theirs, and in one without. */
const FILE =
  /^(?:\.\/)?resources\/([^/]+)\/(?:[^/]+\/)?namespaces\/([^/]+)\/([^/]+)\.json$/;

/** An object larger than an API server keeps is none. */
const MAXIMUM_OBJECT = 2 * 1024 * 1024;

/**
 * Goes through an archive once, and takes out what bears on a restore.
 *
 * @param chunks - the tar archive, unpacked
 */
export async function parseArchive(
  chunks: AsyncIterable<Buffer>,
): Promise<ArtifactArchive> {
  const archive = extract();
  const source = Readable.from(chunks);
  source.on('error', error => archive.destroy(error));
  source.pipe(archive);
  const facts = new ArchiveFacts();
  try {
    for await (const entry of archive) {
      const [, resource, namespace, name] = FILE.exec(entry.header.name) ?? [];
      if (resource && ArchiveFacts.isOf(resource)) {
        const content = await readObject(entry);
        facts.add({ resource, namespace, name, content });
      }
      entry.resume();
    }
  } finally {
    source.destroy();
  }
  return facts.all();
}

async function readObject(
  entry: AsyncIterable<unknown>,
): Promise<JsonObject | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of entry as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MAXIMUM_OBJECT) {
      parts.push(part);
    }
  }
  return size > MAXIMUM_OBJECT
    ? undefined
    : objectIn(Buffer.concat(parts).toString('utf8'));
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const object: unknown = JSON.parse(text);
    return isJsonObject(object) ? object : undefined;
  } catch {
    // Whoever may write into the bucket decides what an archive holds.
    return undefined;
  }
}
