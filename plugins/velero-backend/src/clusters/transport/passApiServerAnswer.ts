import { Readable } from 'node:stream';
import { TransportResponse } from 'backstage-plugin-velero-node';
import { ClusterError } from '../ClusterError';
import { isJsonObject, JsonObject } from '../http/json';
import { readBody } from '../http/readBody';

const MAX_ERROR_BYTES = 256 * 1024;

/**
 * Lets the refusals of an API server pass and throws those of the Kubernetes plugin, whose statuses mean other things:
 * a 404 is a cluster that the plugin does not know, a 500 an API server that it cannot reach.
 */
export async function passApiServerAnswer(
  response: TransportResponse,
): Promise<TransportResponse> {
  const text = await readBody(response.body, MAX_ERROR_BYTES);
  const error = parseEnvelope(text);
  if (error) {
    throw pluginError(response.status, error);
  }
  return { ...response, body: Readable.from([text]) };
}

/** The shape that Backstage gives to errors; an API server's Status has no such member. */
function parseEnvelope(text: Buffer): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text.toString('utf8'));
    return isJsonObject(body) && isJsonObject(body.error)
      ? body.error
      : undefined;
  } catch {
    return undefined;
  }
}

function pluginError(status: number, error: JsonObject): ClusterError {
  switch (status) {
    case 401:
    case 403:
      return new ClusterError(
        'unreachable',
        `The Kubernetes plugin does not let the Velero plugin use its proxy (${status})`,
      );
    case 404:
      return new ClusterError(
        'unreachable',
        'The Kubernetes plugin does not know the cluster (404)',
      );
    default:
      return new ClusterError(
        'unreachable',
        `The Kubernetes plugin cannot reach the cluster (${
          causeOf(error) ?? status
        })`,
      );
  }
}

/** Only the code of the cause: its text holds addresses. */
function causeOf({ cause }: JsonObject): string | undefined {
  return isJsonObject(cause) && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}
