import { createRequire } from 'node:module';

/** Relative to this folder: what is below the repository's `.cache` is no part of it. */
const cache = '../../.cache/mutation';
const transform = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/jestSwcTransform',
);

/** How `npm run mutation` changes the rules of restores, to see whether their tests notice. */
export default {
  mutate: [
    'src/restore/**/*.ts',
    '!src/restore/**/*.test.ts',
    '!src/restore/**/__testUtils__/**',
  ],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  tempDirName: `${cache}/tmp`,
  reporters: ['json', 'progress'],
  jsonReporter: { fileName: `${cache}/report.json` },
  jest: {
    // Which tests cover a mutant is known already.
    enableFindRelatedTests: false,
    config: {
      testEnvironment: 'node',
      // Looked through anew for each of the changes.
      roots: ['<rootDir>/src', '<rootDir>/mutation'],
      watchman: false,
      testMatch: ['<rootDir>/mutation/restoreTests.js'],
      transform: {
        '\\.tsx?$': [transform, { jsc: { parser: { syntax: 'typescript' } } }],
      },
    },
  },
};
