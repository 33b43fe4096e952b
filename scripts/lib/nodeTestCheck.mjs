import { runNode } from './runNode.mjs';
import { countTap, withRunner } from './testCounts.mjs';

/** A check by Node's own test runner. */
export function nodeTestCheck(pattern) {
  return async ({ processes, node }) => {
    const { code, output } = await runNode({
      processes,
      node,
      args: [
        '--test',
        '--test-timeout',
        '300000',
        '--test-reporter',
        'tap',
        pattern,
      ],
      log: 'test-node.log',
    });
    return { ...withRunner(countTap(output), code), output };
  };
}
