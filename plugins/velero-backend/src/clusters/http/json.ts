import { ClusterError } from '../ClusterError';
import { KubernetesObject } from '../ClusterConnection';

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON; `what` names it in the error. */
export function parseJson(text: Buffer, what: string): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    throw malformed(what);
  }
}

/** Parses what has to be a JSON object. */
export function parseJsonObject(text: Buffer, what: string): JsonObject {
  const value = parseJson(text, what);
  if (!isJsonObject(value)) {
    throw malformed(what);
  }
  return value;
}

/** Accepts what has the outline of a Kubernetes object. */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  return isJsonObject(value) && isJsonObject(value.metadata);
}

export function malformed(what: string): ClusterError {
  return new ClusterError(
    'malformed',
    `${what} is not what a Kubernetes API server sends`,
  );
}
