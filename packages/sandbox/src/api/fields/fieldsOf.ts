import { JsonSchema } from '../schema/JsonSchema';
import { childrenOf } from './children';
import { addField, FieldSet, node } from './FieldSet';

/** The fields that whoever applies a value claims: its leaves, items of lists and keys of maps. */
export function fieldsOf(value: unknown, schema?: JsonSchema): FieldSet {
  const set: FieldSet = {};
  for (const [key, child] of childrenOf(value, schema) ?? []) {
    const children = childrenOf(child.value, child.schema);
    const isKnownField =
      key.startsWith('f:') && schema?.properties?.[key.slice(2)];
    const member = !children || !children.size || !isKnownField;
    addField(set, key, node(member, fieldsOf(child.value, child.schema)));
  }
  return set;
}
