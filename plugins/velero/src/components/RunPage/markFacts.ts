import { Fact } from '../ui/FactList';

/** Labels or annotations as facts. */
export function markFacts(marks: Record<string, string>): Fact[] {
  return Object.entries(marks)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => ({ name, value: value || '""' }));
}
