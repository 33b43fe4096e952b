import { ContractCase } from '../ContractCase';

/** The cases whose ids begin with one of these; all of them when there are none. */
export function selectCases(
  cases: ContractCase[],
  only: string[],
): ContractCase[] {
  const unknown = only.find(
    start => !cases.some(({ id }) => id.startsWith(start)),
  );
  if (unknown) {
    throw new Error(`No case begins with '${unknown}'`);
  }
  return cases.filter(
    ({ id }) => only.length === 0 || only.some(start => id.startsWith(start)),
  );
}
