import { runNode } from './runNode.mjs';
import { countTap, withRunner } from './testCounts.mjs';

/** A check by Node's own test runner; `nodeArgs` are for the Node that runs a test file, `minutes` the time that it has. */
export function nodeTestCheck(pattern, { nodeArgs = [], minutes = 5 } = {}) {
  return async ({ processes, node }) => {
    const { code, output } = await runNode({
      processes,
      node,
      args: [
        ...nodeArgs,
        '--test',
        // Some versions of Node do not come to their end when a connection was being made: nodejs/node#47748.
        '--test-force-exit',
        ...['--test-timeout', String(minutes * 60_000)],
        ...['--test-reporter', 'tap'],
        pattern,
      ],
      log: 'test-node.log',
    });
    return { ...withRunner(countTap(output), code), output };
  };
}
