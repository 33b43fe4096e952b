import { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { ApiError, unsupportedMediaType } from '../api/ApiError';
import { errorMessage } from '../api/errorMessage';

const LIMIT_BYTES = 3 * 1024 * 1024;
const MEDIA_TYPES = ['application/json', 'application/yaml'];

/** Reads a body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LIMIT_BYTES) {
      throw new ApiError({
        code: 413,
        reason: 'RequestEntityTooLarge',
        message: `Request entity too large: limit is ${LIMIT_BYTES}`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The media type of a body; JSON where nothing is said. */
export function mediaTypeOf({ headers }: IncomingMessage): string {
  return headers['content-type']?.split(';')[0].trim() ?? MEDIA_TYPES[0];
}

/** Reads a body of JSON or YAML; undefined when there is none. `refuse` words what is wrong with a text. */
export async function readBody(
  request: IncomingMessage,
  refuse: (why: string, text: string) => Error,
): Promise<unknown> {
  const mediaType = mediaTypeOf(request);
  const text = await readText(request);
  if (text !== '' && !MEDIA_TYPES.includes(mediaType)) {
    throw unsupportedMediaType([
      ...MEDIA_TYPES,
      'application/vnd.kubernetes.protobuf',
    ]);
  }
  const parse = mediaType === 'application/yaml' ? parseYaml : JSON.parse;
  return text === '' ? undefined : parsed(text, parse, refuse);
}

export function parsed(
  text: string,
  parse: (text: string) => unknown,
  refuse: (why: string, text: string) => Error,
): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw refuse(errorMessage(error), text);
  }
}
