import path from 'node:path';
import { runNode } from './runNode.mjs';

/** A check that passes when a tool ends with 0. */
export function toolCheck(script, ...args) {
  return async ({ processes, node }) => {
    const { code, output } = await runNode({
      processes,
      node,
      args: [script, ...args],
      log: `test-${path.parse(script).name}.log`,
    });
    return code === 0
      ? { passed: 1, failed: 0, output }
      : { passed: 0, failed: 1, output };
  };
}
