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

/** A runner that ended badly without naming a failed test counts as one. */
export function withRunner({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
