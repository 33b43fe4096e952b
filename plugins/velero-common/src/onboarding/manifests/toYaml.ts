import { stringify } from 'yaml';

/**
 * Writes YAML that kubectl reads as it was meant: text that older YAML takes for something else, as `on` or `12:30`, is
 * quoted, and keys keep their order.
 */
export function toYaml(value: unknown): string {
  return stringify(value, {
    version: '1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
    sortMapEntries: false,
  });
}
