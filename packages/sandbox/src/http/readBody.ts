import { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { ApiError, unsupportedMediaType } from '../api/ApiError';
import { errorMessage } from '../api/errorMessage';
import { decodeProtobuf } from '../api/protobuf/decodeProtobuf';

const LIMIT_BYTES = 3 * 1024 * 1024;
const JSON_TYPE = 'application/json';

type Parse = (body: Buffer) => unknown;

/** How bodies of each media type are read. */
const PARSERS: Record<string, Parse | undefined> = {
  [JSON_TYPE]: body => JSON.parse(body.toString()),
  'application/yaml': body => parseYaml(body.toString()),
  'application/vnd.kubernetes.protobuf': body => {
    const object = decodeProtobuf(body);
    if (!object) {
      throw unsupportedMediaType([JSON_TYPE, 'application/yaml']);
    }
    return object;
  },
};

async function readBytes(request: IncomingMessage): Promise<Buffer> {
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
  return Buffer.concat(chunks);
}

/** Reads a body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString();
}

/** The media type of a body; JSON where nothing is said. */
export function mediaTypeOf({ headers }: IncomingMessage): string {
  return headers['content-type']?.split(';')[0].trim() ?? JSON_TYPE;
}

/** Reads a body in any notation that API servers take; undefined when there is none. `refuse` words what is wrong. */
export async function readBody(
  request: IncomingMessage,
  refuse: (why: string, text: string) => Error,
): Promise<unknown> {
  const parse = PARSERS[mediaTypeOf(request)];
  const body = await readBytes(request);
  if (body.length === 0) {
    return undefined;
  }
  if (!parse) {
    throw unsupportedMediaType(Object.keys(PARSERS));
  }
  return parsed(body, parse, why => refuse(why, body.toString()));
}

export function parsed<T>(
  input: T,
  parse: (input: T) => unknown,
  refuse: (why: string) => Error,
): unknown {
  try {
    return parse(input);
  } catch (error) {
    throw error instanceof ApiError ? error : refuse(errorMessage(error));
  }
}
