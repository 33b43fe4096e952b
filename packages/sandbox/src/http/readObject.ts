import { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import {
  ApiError,
  badRequest,
  serverError,
  unsupportedMediaType,
} from '../api/ApiError';
import { isRecord } from '../api/KubernetesObject';
import { apiVersionOf, ResourceType } from '../api/ResourceType';
import { mediaTypeOf, parsed, readBody, readText } from './readBody';

const SHOWN = 30;

/** What clients may change an object with. */
const PATCH_TYPES = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
} as const;

type PatchMediaType = keyof typeof PATCH_TYPES;

export type Patch =
  | { kind: 'json'; operations: unknown[] }
  | {
      kind: 'merge' | 'strategic' | 'apply';
      changes: Record<string, unknown>;
    };

/** Reads an object that is to be created or replaced. */
export async function readObject(
  request: IncomingMessage,
  type: ResourceType,
): Promise<unknown> {
  const refuse = (why: string, text: string) =>
    unrecognized(
      type,
      `couldn't get version/kind; json parse error: ${why}`,
      text,
    );
  const body = await readBody(request, refuse);
  if (!isRecord(body)) {
    const text = body === undefined ? '' : JSON.stringify(body);
    throw refuse(
      body === undefined ? 'unexpected end of JSON input' : 'no object',
      text,
    );
  }
  if (type.custom) {
    checkIdentity(type, body);
  }
  return body;
}

/** Custom resources say what they are. */
function checkIdentity(type: ResourceType, body: Record<string, unknown>) {
  const text = JSON.stringify(body);
  for (const [field, label] of [
    ['kind', 'Kind'],
    ['apiVersion', 'apiVersion'],
  ]) {
    if (!body[field]) {
      const why = `Object '${label}' is missing in '${text}'`;
      throw unrecognized(type, why, text);
    }
  }
  const expected = apiVersionOf(type);
  if (body.apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${body.apiVersion}) does not match the expected API version (${expected})`,
    );
  }
}

function unrecognized({ kind }: ResourceType, why: string, text: string) {
  const shown =
    text.length > SHOWN ? `${text.slice(0, SHOWN)} ...` : text || '<empty>';
  return badRequest(
    `the object provided is unrecognized (must be of type ${kind}): ${why} (${shown})`,
  );
}

/** Reads a patch. Only built-in kinds know strategic merge patches. */
export async function readPatch(
  request: IncomingMessage,
  type: ResourceType,
): Promise<Patch> {
  const known = Object.keys(PATCH_TYPES).filter(
    name => !(type.custom && name.startsWith('application/strategic')),
  );
  const mediaType = mediaTypeOf(request);
  if (!known.includes(mediaType)) {
    throw unsupportedMediaType(known);
  }
  const kind = PATCH_TYPES[mediaType as PatchMediaType];
  const text = await readText(request);
  if (kind === 'apply') {
    const changes = parsed(
      text,
      input => parseYaml(input),
      why => badRequest(`error decoding YAML: ${why}`),
    );
    return { kind, changes: asObject(changes) };
  }
  const body = parsed(text, input => JSON.parse(input), undecodable);
  return kind === 'json'
    ? { kind, operations: asOperations(body) }
    : { kind, changes: asObject(body) };
}

function undecodable(why: string): ApiError {
  return badRequest(`error decoding patch: ${why}`);
}

function asOperations(body: unknown): unknown[] {
  if (!Array.isArray(body)) {
    throw undecodable(
      'json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  return body;
}

function asObject(body: unknown): Record<string, unknown> {
  if (!isRecord(body)) {
    throw undecodable(
      'json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  }
  return body;
}

/** Reads the options of a deletion; without a body the query tells them. */
export function readDeleteOptions(request: IncomingMessage): Promise<unknown> {
  return readBody(request, why =>
    serverError(`couldn't get version/kind; json parse error: ${why}`),
  );
}
