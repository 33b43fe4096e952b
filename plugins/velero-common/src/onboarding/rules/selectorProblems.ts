import { isLabelKey } from '../../velero/isLabelKey';
import { Finding, quoted, refusal } from '../../input/Finding';
import { TenantSelector } from '../TenantRequest';

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?';

const VALUE = new RegExp(`^(?:${NAME})?$`);

/** Whether an operator takes values. */
const OPERATORS = new Map([
  ['In', true],
  ['NotIn', true],
  ['Exists', false],
  ['DoesNotExist', false],
]);

/** Finds what Kubernetes refuses in a selector, and a selector that selects nothing in particular. */
export function selectorProblems(
  { matchLabels = {}, matchExpressions = [] }: TenantSelector,
  field: string,
): Finding[] {
  const labels = Object.entries(matchLabels);
  if (labels.length + matchExpressions.length === 0) {
    return [
      problem(
        field,
        'The selector is empty and selects everything',
        'Give labels, or leave it out',
      ),
    ];
  }
  return [
    ...labels.flatMap(([key, value]) => [
      ...keyProblem(key, `${field}.matchLabels`),
      ...valueProblem(value, `${field}.matchLabels.${key.slice(0, 63)}`),
    ]),
    ...matchExpressions.flatMap((expression, index) =>
      expressionProblems(expression, `${field}.matchExpressions[${index}]`),
    ),
  ];
}

function expressionProblems(
  {
    key,
    operator,
    values = [],
  }: NonNullable<TenantSelector['matchExpressions']>[number],
  field: string,
): Finding[] {
  const takesValues = OPERATORS.get(operator);
  if (takesValues === undefined) {
    return [
      problem(
        `${field}.operator`,
        `${quoted(operator)} is no operator`,
        `Choose one of ${[...OPERATORS.keys()].join(', ')}`,
      ),
    ];
  }
  return [
    ...keyProblem(key, `${field}.key`),
    ...(takesValues === values.length > 0
      ? []
      : [
          problem(
            `${field}.values`,
            `${operator} takes ${takesValues ? 'values' : 'no values'}`,
            takesValues ? 'Give at least one' : 'Remove them',
          ),
        ]),
    ...values.flatMap((value, i) =>
      valueProblem(value, `${field}.values[${i}]`),
    ),
  ];
}

function keyProblem(key: string, field: string): Finding[] {
  return isLabelKey(key)
    ? []
    : [
        problem(
          field,
          `${quoted(key)} is no key of a label`,
          'Correct the key',
        ),
      ];
}

function valueProblem(value: string, field: string): Finding[] {
  return VALUE.test(value)
    ? []
    : [
        problem(
          field,
          `${quoted(value)} is no value of a label`,
          'Correct the value',
        ),
      ];
}

function problem(field: string, message: string, remedy: string): Finding {
  return refusal('selector-invalid', field, message, remedy);
}
