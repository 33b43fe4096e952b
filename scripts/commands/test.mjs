import { Processes } from '../lib/Processes.mjs';
import { UserError } from '../lib/UserError.mjs';
import { checks } from '../lib/checks.mjs';
import { installPackages } from '../lib/install.mjs';
import { explainDamage } from '../lib/damagedInstall.mjs';
import { findNode } from '../lib/node.mjs';
import { onInterrupt } from '../lib/onInterrupt.mjs';
import { parseArguments } from '../lib/parseArguments.mjs';
import { withStatus } from '../lib/status.mjs';

/** `npm test` */
export async function main(args) {
  const selected = selectChecks(args);
  const processes = new Processes();
  onInterrupt({
    stop: () => processes.stopAll(),
    kill: () => processes.killAll(),
    exitCode: 130,
  });
  const total = { passed: 0, failed: 0 };
  try {
    const node = await findNode(processes);
    await installPackages({ processes, node });
    const context = { processes, node };
    const begun = beginAhead(selected, context);
    for (const check of selected) {
      await waitForAhead(check, begun);
      const { passed, failed } = await runCheck(check, context);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    total.failed += 1;
    console.log(error.name === 'UserError' ? error.message : error.stack);
  }
  await processes.stopAll();
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Begins what checks need that takes long; answers with what to wait for, by check. */
function beginAhead(selected, context) {
  const begun = new Map();
  for (const check of selected.filter(({ ahead }) => ahead)) {
    const work = check.ahead.run(context);
    // A failure is told when the check's turn has come.
    work.catch(() => {});
    begun.set(check, work);
  }
  return begun;
}

async function waitForAhead(check, begun) {
  if (begun.has(check)) {
    await withStatus(check.ahead.name, () => begun.get(check));
  }
}

async function runCheck({ name, prepare, run }, context) {
  await prepare?.(context);
  const result = await withStatus(name, () => run(context), {
    describe: ({ passed, failed }) => `${passed} passed, ${failed} failed`,
  });
  for (const { reason, count } of result.skipped ?? []) {
    console.log(`${count} skipped: ${reason}`);
  }
  if (result.failed > 0) {
    console.log(result.output);
    const damage = await explainDamage(result.output);
    if (damage) {
      console.log(`${name} failed: ${damage}.`);
    }
  }
  return result;
}

function selectChecks(args) {
  const groups = [...new Set(checks.map(({ group }) => group))];
  const { only, all } = parseArguments({
    args,
    usage: `npm test -- --all, or --only ${groups.join('|')}`,
    options: { only: { type: 'string' }, all: { type: 'boolean' } },
  }).values;
  if (only && !groups.includes(only)) {
    throw new UserError(`--only takes one of ${groups.join(', ')}.`);
  }
  return checks.filter(({ group, onDemand }) =>
    only ? group === only : all || !onDemand,
  );
}
