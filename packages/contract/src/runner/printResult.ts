import { CaseResult } from './CaseResult';

const MARKS = { passed: '✓', failed: '✗', skipped: '–' };

/** Says how a case ended, in a line, and why in another when it did not pass. */
export function printResult({ id, outcome, seconds, reason }: CaseResult) {
  const time = outcome === 'skipped' ? '' : ` (${seconds.toFixed(1)} s)`;
  process.stdout.write(`${MARKS[outcome]} ${id}${time}\n`);
  if (reason) {
    process.stdout.write(`    ${reason.replace(/\n/g, '\n    ')}\n`);
  }
}

/** Names the cases that passed only when they were run once more; the last line: `61 passed, 0 failed, 2 skipped`. */
export function printSummary(results: CaseResult[]) {
  const late = results.filter(
    ({ outcome, before }) => outcome === 'passed' && before,
  );
  if (late.length > 0) {
    const ids = late.map(({ id }) => id).join(', ');
    process.stdout.write(`passed when run once more: ${ids}\n`);
  }
  const count = (outcome: CaseResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  const skipped = count('skipped');
  process.stdout.write(
    `${count('passed')} passed, ${count('failed')} failed${
      skipped ? `, ${skipped} skipped` : ''
    }\n`,
  );
}
