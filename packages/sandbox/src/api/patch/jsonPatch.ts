import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../KubernetesObject';

interface Operation {
  op: string;
  path: string;
  from?: string;
  value?: unknown;
}

/** A patch that does not fit its target. */
export class PatchMismatch extends Error {
  readonly name = 'PatchMismatch';
}

/** Applies a JSON patch (RFC 6902) as API servers read it: a field to be replaced may be missing. */
export function jsonPatch(target: unknown, operations: unknown[]): unknown {
  return operations.reduce(
    (document, operation) => applyOperation(document, readOperation(operation)),
    structuredClone(target),
  );
}

function readOperation(input: unknown): Operation {
  if (!isRecord(input) || typeof input.path !== 'string') {
    throw new PatchMismatch('an operation has no path');
  }
  return input as unknown as Operation;
}

function applyOperation(document: unknown, operation: Operation): unknown {
  const { op, path, from = '', value } = operation;
  switch (op) {
    case 'add':
      return write(document, path, value, true);
    case 'replace':
      return write(document, path, value, false);
    case 'remove':
      return remove(document, path);
    case 'copy':
      return write(document, path, structuredClone(read(document, from)), true);
    case 'move':
      return write(remove(document, from), path, read(document, from), true);
    case 'test':
      return test(document, path, value);
    default:
      throw new PatchMismatch(`unknown operation ${op}`);
  }
}

function test(document: unknown, path: string, value: unknown): unknown {
  if (!isDeepStrictEqual(read(document, path), value)) {
    throw new PatchMismatch(`the value at ${path} differs`);
  }
  return document;
}

function keysOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((value, key) => {
    const child = Array.isArray(value)
      ? value[Number(key)]
      : isRecord(value) && value[key];
    if (child === undefined || child === false) {
      throw new PatchMismatch(`there is no ${path}`);
    }
    return child;
  }, document);
}

/** A copy of the document in which something else stands at a path. */
function write(
  document: unknown,
  path: string,
  value: unknown,
  insert: boolean,
): unknown {
  return change(
    document,
    keysOf(path),
    (parent, key) => {
      if (!Array.isArray(parent)) {
        return { ...parent, [key]: value };
      }
      const index = key === '-' ? parent.length : Number(key);
      if (!(index >= 0 && index <= parent.length)) {
        throw new PatchMismatch(`there is no index ${key}`);
      }
      return parent.toSpliced(index, insert ? 0 : 1, value);
    },
    value,
  );
}

function remove(document: unknown, path: string): unknown {
  read(document, path);
  return change(document, keysOf(path), (parent, key) => {
    if (Array.isArray(parent)) {
      return parent.toSpliced(Number(key), 1);
    }
    const { [key]: _removed, ...rest } = parent;
    return rest;
  });
}

type Parent = unknown[] | Record<string, unknown>;

function change(
  document: unknown,
  keys: string[],
  edit: (parent: Parent, key: string) => unknown,
  whole?: unknown,
): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return whole;
  }
  if (!Array.isArray(document) && !isRecord(document)) {
    throw new PatchMismatch(`nothing is at ${key}`);
  }
  if (rest.length === 0) {
    return edit(document, key);
  }
  const child = Array.isArray(document) ? document[Number(key)] : document[key];
  const next = change(child, rest, edit, whole);
  return Array.isArray(document)
    ? document.with(Number(key), next)
    : { ...document, [key]: next };
}
