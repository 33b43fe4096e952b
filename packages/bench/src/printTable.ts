/** One line of the table. */
export interface Result {
  what: string;
  value: number;
  unit: string;
  goal: string;
  reached: boolean;
}

/** Makes a result that is told without a goal. */
export function measured(what: string, value: number, unit: string): Result {
  const rounded = Math.round(value * 100) / 100;
  return { what, value: rounded, unit, goal: '', reached: true };
}

/** Makes a result whose value must not be above the goal. */
export function atMost(
  what: string,
  value: number,
  unit: string,
  goal: number,
): Result {
  const reached = value <= goal;
  return { ...measured(what, value, unit), goal: `≤ ${goal}`, reached };
}

/** Makes a result whose value must not be below the goal. */
export function atLeast(
  what: string,
  value: number,
  unit: string,
  goal: number,
): Result {
  const reached = value >= goal;
  return { ...measured(what, value, unit), goal: `≥ ${goal}`, reached };
}

export function printTable(results: Result[]): void {
  for (const { what, value, unit, goal, reached } of results) {
    const verdict = reached ? 'reached' : 'MISSED';
    process.stdout.write(
      `${what.padEnd(48)}  ${String(value).padStart(10)} ${unit.padEnd(
        5,
      )} ${goal.padEnd(9)} ${goal && verdict}\n`,
    );
  }
}
