import { LabelRequirement, LabelSelector } from '../VeleroObjects';

type Labels = Record<string, string>;

interface Selectors {
  labelSelector?: LabelSelector;
  orLabelSelectors?: LabelSelector[];
}

/** True when the labels are those of the one selector and of one of the alternatives, where there are any. */
export function matchesSelectors(
  { labelSelector, orLabelSelectors = [] }: Selectors,
  labels: Labels = {},
): boolean {
  return (
    (!labelSelector || matches(labelSelector, labels)) &&
    (orLabelSelectors.length === 0 ||
      orLabelSelectors.some(selector => matches(selector, labels)))
  );
}

export function hasSelectors(selectors: Selectors): boolean {
  const { labelSelector, orLabelSelectors = [] } = selectors;
  return labelSelector !== undefined || orLabelSelectors.length > 0;
}

function matches(selector: LabelSelector, labels: Labels): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) && matchExpressions.every(requirement => meets(requirement, labels))
  );
}

function meets(
  { key, operator, values = [] }: LabelRequirement,
  labels: Labels,
): boolean {
  const present = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return present && values.includes(labels[key]);
    case 'NotIn':
      return !present || !values.includes(labels[key]);
    case 'Exists':
      return present;
    case 'DoesNotExist':
      return !present;
    default:
      return false;
  }
}
