import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './runNode.mjs';
import { countJest, withRunner } from './testCounts.mjs';

/** Runs the tests of all packages; those of the stores on a PostgreSQL server too. */
export async function jestCheck({ processes, node }) {
  const resultFile = path.join(cacheDir, 'jest.json');
  await rm(resultFile, { force: true });
  const postgres = await startPostgres(processes);
  try {
    const { code, output } = await runNode({
      processes,
      node,
      args: [
        'node_modules/@backstage/cli/bin/backstage-cli',
        ...['repo', 'test', '--silent', '--json', '--outputFile', resultFile],
      ],
      env: {
        CI: '1',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connectionString,
      },
      log: 'test-jest.log',
    });
    return { ...withRunner(await readCounts(resultFile), code), output };
  } finally {
    await postgres.stop();
  }
}

async function readCounts(resultFile) {
  const text = await readFile(resultFile, 'utf8').catch(() => undefined);
  return text ? countJest(JSON.parse(text)) : { passed: 0, failed: 1 };
}
