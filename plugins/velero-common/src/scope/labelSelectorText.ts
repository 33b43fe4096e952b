import { textAt, textListAt, valueAt } from '../velero/lenient';

const OPERATORS = new Map([
  ['In', (key: string, values: string) => `${key} in (${values})`],
  ['NotIn', (key: string, values: string) => `${key} notin (${values})`],
  ['Exists', (key: string) => key],
  ['DoesNotExist', (key: string) => `!${key}`],
]);

/**
 * Writes a label selector as kubectl reads it; empty for one that selects everything. What cannot be read shows as `?`,
 * so that it never passes for everything.
 */
export function labelSelectorText(selector: unknown): string {
  if (!isObject(selector)) {
    return '?';
  }
  const labels = valueAt(selector, 'matchLabels') ?? {};
  const expressions = valueAt(selector, 'matchExpressions') ?? [];
  return [
    ...(isObject(labels) ? Object.entries(labels).map(labelText) : ['?']),
    ...(Array.isArray(expressions) ? expressions.map(expressionText) : ['?']),
  ].join(',');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function labelText([key, value]: [string, unknown]): string {
  return `${key}=${value}`;
}

function expressionText(expression: unknown): string {
  const key = textAt(expression, 'key') ?? '?';
  const operator = textAt(expression, 'operator') ?? '?';
  const values = textListAt(expression, 'values').join(',');
  return (
    OPERATORS.get(operator)?.(key, values) ?? `${key} ${operator} (${values})`
  );
}
