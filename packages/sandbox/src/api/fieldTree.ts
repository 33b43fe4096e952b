import { isDeepStrictEqual } from 'node:util';
import { FieldTree, isRecord } from './KubernetesObject';

/** The fields of a value; lists count as one field, since Velero's schemas declare no list keys. */
export function fieldTree(value: unknown): FieldTree {
  const tree: FieldTree = {};
  for (const [key, child] of Object.entries(isRecord(value) ? value : {})) {
    const below = fieldTree(child);
    tree[`f:${key}`] = Object.keys(below).length ? { '.': {}, ...below } : {};
  }
  return tree;
}

/** The fields that are new or differ. */
export function changedFields(before: unknown, after: unknown): FieldTree {
  const tree: FieldTree = {};
  const known = isRecord(before) ? before : {};
  for (const [key, child] of Object.entries(isRecord(after) ? after : {})) {
    if (!isRecord(child) || !isRecord(known[key])) {
      if (!isDeepStrictEqual(child, known[key])) {
        tree[`f:${key}`] = fieldTree({ [key]: child })[`f:${key}`];
      }
    } else if (!isDeepStrictEqual(child, known[key])) {
      tree[`f:${key}`] = changedFields(known[key], child);
    }
  }
  return tree;
}

export function union(left: FieldTree, right: FieldTree): FieldTree {
  const tree = { ...left };
  for (const [key, child] of Object.entries(right)) {
    tree[key] = tree[key] ? union(tree[key], child) : child;
  }
  return tree;
}

/** The part of `left` that `right` has too. */
export function intersection(left: FieldTree, right: FieldTree): FieldTree {
  const tree: FieldTree = {};
  for (const [key, child] of Object.entries(left)) {
    if (right[key]) {
      tree[key] = intersection(child, right[key]);
    }
  }
  return tree;
}

/** The part of `left` whose leaves `right` does not have. */
export function difference(left: FieldTree, right: FieldTree): FieldTree {
  const tree: FieldTree = {};
  for (const [key, child] of Object.entries(left)) {
    if (!right[key]) {
      tree[key] = child;
      continue;
    }
    const rest = difference(child, right[key]);
    if (Object.keys(rest).some(name => name !== '.')) {
      tree[key] = rest;
    }
  }
  return tree;
}
