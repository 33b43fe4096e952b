import { FieldTree } from '../KubernetesObject';

/**
 * Sets of fields in the notation of `fieldsV1`: a key leads to the fields below, `.` says that a field with others
 * below it belongs to the set itself, and a field without any below it always does.
 */
export type FieldSet = FieldTree;

const SELF = '.';

export function isMember(field: FieldSet): boolean {
  return SELF in field || isEmpty(field);
}

export function isEmpty(set: FieldSet): boolean {
  return Object.keys(set).length === 0;
}

/** The fields below a field, by their keys. */
function fieldsBelow(set: FieldSet): [string, FieldSet][] {
  return Object.entries(set).filter(([key]) => key !== SELF);
}

/** A field with what is below it; undefined when neither belongs to the set. */
export function node(
  member: boolean,
  below: FieldSet = {},
): FieldSet | undefined {
  const { [SELF]: _self, ...children } = below;
  if (isEmpty(children)) {
    return member ? {} : undefined;
  }
  return member ? { [SELF]: {}, ...children } : children;
}

/** Puts a field into a set that is being built. */
export function addField(set: FieldSet, key: string, child?: FieldSet) {
  if (child) {
    set[key] = child;
  }
}

export function union(left: FieldSet, right: FieldSet): FieldSet {
  const set: FieldSet = { ...left };
  for (const [key, child] of fieldsBelow(right)) {
    const own = left[key];
    set[key] = own
      ? node(isMember(own) || isMember(child), union(own, child)) ?? {}
      : child;
  }
  return set;
}

export function difference(left: FieldSet, right: FieldSet): FieldSet {
  const set: FieldSet = {};
  for (const [key, child] of fieldsBelow(left)) {
    const other = right[key];
    const rest = other
      ? node(isMember(child) && !isMember(other), difference(child, other))
      : child;
    addField(set, key, rest);
  }
  return set;
}

export function intersection(left: FieldSet, right: FieldSet): FieldSet {
  const set: FieldSet = {};
  for (const [key, child] of fieldsBelow(left)) {
    const other = right[key];
    if (other) {
      const both = isMember(child) && isMember(other);
      addField(set, key, node(both, intersection(child, other)));
    }
  }
  return set;
}

/** The members as people write them: `.spec.ports[port=80].name`. */
export function memberPaths(set: FieldSet, prefix = ''): string[] {
  return fieldsBelow(set).flatMap(([key, child]) => {
    const path = `${prefix}${written(key)}`;
    return [...(isMember(child) ? [path] : []), ...memberPaths(child, path)];
  });
}

function written(key: string): string {
  const text = key.slice(2);
  switch (key[0]) {
    case 'k':
      return `[${Object.entries(JSON.parse(text))
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(',')}]`;
    case 'v':
      return `[=${text}]`;
    default:
      return `.${text}`;
  }
}
