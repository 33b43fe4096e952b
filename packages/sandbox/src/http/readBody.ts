import { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../api/ApiError';
import { errorMessage } from '../api/errorMessage';

const LIMIT_BYTES = 3 * 1024 * 1024;

/** Reads a JSON body; undefined when there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
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
  return bytes > 0 ? parse(Buffer.concat(chunks).toString()) : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw badRequest(
      `the object provided is unrecognized: couldn't get version/kind; json parse error: ${errorMessage(
        error,
      )}`,
    );
  }
}
