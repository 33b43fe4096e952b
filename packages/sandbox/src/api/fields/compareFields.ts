import { isDeepStrictEqual } from 'node:util';
import { JsonSchema } from '../schema/JsonSchema';
import { Child, childrenOf } from './children';
import { addField, FieldSet, node } from './FieldSet';

/** What makes two values different. */
export interface Difference {
  /** Fields that are new or have another value. */
  changed?: FieldSet;
  removed?: FieldSet;
}

/** Compares two versions of a value field by field. */
export function compareFields(
  before: unknown,
  after: unknown,
  schema?: JsonSchema,
): Difference {
  const left = childrenOf(before, schema);
  const right = childrenOf(after, schema);
  const isWhole =
    (before !== undefined && !left) || (after !== undefined && !right);
  if (isWhole || (!left?.size && !right?.size)) {
    return compareWhole(before, after);
  }
  const below = compareChildren(left ?? new Map(), right ?? new Map());
  return {
    changed: node(before === undefined, below.changed),
    removed: node(after === undefined, below.removed),
  };
}

function compareWhole(before: unknown, after: unknown): Difference {
  if (after === undefined) {
    return { removed: {} };
  }
  return isDeepStrictEqual(before, after) ? {} : { changed: {} };
}

function compareChildren(
  left: Map<string, Child>,
  right: Map<string, Child>,
): { changed: FieldSet; removed: FieldSet } {
  const changed: FieldSet = {};
  const removed: FieldSet = {};
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const { schema } = right.get(key) ?? left.get(key)!;
    const found = compareFields(
      left.get(key)?.value,
      right.get(key)?.value,
      schema,
    );
    addField(changed, key, found.changed);
    addField(removed, key, found.removed);
  }
  return { changed, removed };
}
