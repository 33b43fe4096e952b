/** Counts the tests of a result that jest wrote as JSON; a file that could not run counts as one failed test. */
export function countJest(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  };
}

/** Counts the tests in what Node's own test runner printed in the TAP format. */
export function countTap(output) {
  const numberOf = what =>
    Number(output.match(new RegExp(`^# ${what} (\\d+)$`, 'm'))?.[1] ?? 0);
  return {
    passed: numberOf('pass'),
    failed: numberOf('fail') + numberOf('cancelled'),
  };
}

/** Counts the cases of the contract by how they ended. */
export function countContract(results) {
  const count = wanted =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return { passed: count('passed'), failed: count('failed') };
}

/** Why cases of the contract did not run, each reason with the number of cases. */
export function reasonsOfSkipped(results) {
  const counts = new Map();
  for (const { outcome, reason } of results) {
    if (outcome === 'skipped') {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

/** A runner that ended badly without naming a failed test counts as one. */
export function withRunner({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
