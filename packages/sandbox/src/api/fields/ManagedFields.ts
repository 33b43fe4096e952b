import {
  FieldTree,
  KubernetesObject,
  ManagedFieldsEntry,
} from '../KubernetesObject';
import { JsonSchema } from '../schema/JsonSchema';
import { compareFields } from './compareFields';
import {
  difference,
  FieldSet,
  intersection,
  isEmpty,
  memberPaths,
  union,
} from './FieldSet';
import { fieldsOf } from './fieldsOf';

/** Who writes, and how. */
export interface Writer {
  manager: string;
  operation: 'Update' | 'Apply';
  subresource?: string;
  time?: string;
}

/** A field that an applier wants to set and that somebody else owns. */
export interface FieldConflict {
  owner: ManagedFieldsEntry;
  field: string;
}

interface Change {
  previous?: KubernetesObject;
  next: KubernetesObject;
  schema?: JsonSchema;
  /** Who owned what before; who owns nothing is not listed. */
  entries: ManagedFieldsEntry[];
  writer: Writer;
}

/** What nobody owns: an object's identity and the server's own bookkeeping. */
export const NOBODYS: FieldSet = {
  'f:apiVersion': {},
  'f:kind': {},
  'f:metadata': {
    '.': {},
    'f:name': {},
    'f:namespace': {},
    'f:creationTimestamp': {},
    'f:selfLink': {},
    'f:uid': {},
    'f:generation': {},
    'f:managedFields': {},
    'f:resourceVersion': {},
  },
};

/** Gives the fields that changed to who changed them, and takes them from the others. */
export function ownersAfterUpdate(change: Change): ManagedFieldsEntry[] {
  const { previous, next, schema, entries, writer } = change;
  const { changed = {}, removed = {} } = compareFields(previous, next, schema);
  const own = entries.find(entry => isOf(entry, writer));
  const others = entries.filter(entry => entry !== own);
  const kept = difference(own?.fieldsV1 ?? {}, removed);
  const fields = difference(union(kept, changed), NOBODYS);
  return sorted([
    ...others.map(entry => without(entry, union(changed, removed))),
    entryOf(writer, next.apiVersion, fields),
  ]);
}

/** The claims after an applied configuration was merged into the object. */
export function ownersAfterApply(
  change: Change & { claimed: FieldSet; force?: boolean },
): { entries: ManagedFieldsEntry[]; conflicts: FieldConflict[] } {
  const { previous, next, schema, entries, writer, claimed } = change;
  const { changed = {}, removed = {} } = compareFields(previous, next, schema);
  const others = entries.filter(entry => !isOf(entry, writer));
  const conflicts = others.flatMap(owner =>
    memberPaths(intersection(owner.fieldsV1, changed)).map(field => ({
      owner,
      field,
    })),
  );
  const last = entries.find(entry => isOf(entry, writer));
  const changes = !isEmpty(changed) || !isEmpty(removed);
  const time = changes ? writer.time : last?.time;
  const own = entryOf({ ...writer, time }, next.apiVersion, claimed);
  const rest = others.map(entry => without(entry, union(changed, removed)));
  return { entries: sorted([...rest, own]), conflicts };
}

/** What somebody who applies this configuration claims. */
export function claimedFields(
  applied: Record<string, unknown>,
  schema?: JsonSchema,
): FieldSet {
  return difference(fieldsOf(applied, schema), NOBODYS);
}

/** The fields of one who applied before, as far as nobody else owns them and they are not claimed again. */
export function abandonedFields(
  entries: ManagedFieldsEntry[],
  writer: Writer,
  claimed: FieldSet,
): FieldSet {
  const last = entries.find(entry => isOf(entry, writer));
  const others = entries.filter(entry => entry !== last);
  const owned = others.reduce<FieldTree>(
    (all, entry) => union(all, entry.fieldsV1),
    claimed,
  );
  return difference(last?.fieldsV1 ?? {}, owned);
}

export function isOf(entry: ManagedFieldsEntry, writer: Writer): boolean {
  return (
    entry.manager === writer.manager &&
    entry.operation === writer.operation &&
    entry.subresource === writer.subresource
  );
}

function without(
  entry: ManagedFieldsEntry,
  fields: FieldSet,
): ManagedFieldsEntry {
  return { ...entry, fieldsV1: difference(entry.fieldsV1, fields) };
}

function entryOf(
  { manager, operation, subresource, time }: Writer,
  apiVersion: string,
  fieldsV1: FieldSet,
): ManagedFieldsEntry {
  return {
    manager,
    operation,
    apiVersion,
    ...(time && { time }),
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...(subresource && { subresource }),
  };
}

/** Appliers first, then by time and name. */
function sorted(entries: ManagedFieldsEntry[]): ManagedFieldsEntry[] {
  // Clients that move ownership write entries without a time.
  const rank = ({ operation, time = '', manager }: ManagedFieldsEntry) =>
    `${operation} ${time} ${manager}`;
  return entries
    .filter(({ fieldsV1 }) => !isEmpty(fieldsV1))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
