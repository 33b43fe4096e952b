import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutationScores } from './mutationScores.mjs';

function mutant(status, line = 1) {
  return {
    status,
    mutatorName: 'StringLiteral',
    replacement: '""',
    location: { start: { line, column: 1 } },
  };
}

test('counts what was noticed, and names what was not', () => {
  const { score, files } = mutationScores({
    files: {
      'a.ts': {
        mutants: [
          mutant('Survived', 9),
          mutant('Killed'),
          mutant('NoCoverage', 2),
          mutant('Timeout'),
        ],
      },
      'b.ts': { mutants: [mutant('Killed')] },
    },
  });
  assert.equal(score, 60);
  assert.deepEqual(files, [
    {
      file: 'a.ts',
      all: 4,
      noticed: 2,
      unnoticed: [
        { line: 2, text: 'StringLiteral: ""' },
        { line: 9, text: 'StringLiteral: ""' },
      ],
    },
    { file: 'b.ts', all: 1, noticed: 1, unnoticed: [] },
  ]);
});

test('does not count what could not be tried', () => {
  const mutants = ['Killed', 'CompileError', 'RuntimeError', 'Ignored'];
  const { score, files } = mutationScores({
    files: {
      'a.ts': { mutants: mutants.map(status => mutant(status)) },
      'types.ts': { mutants: [] },
    },
  });
  assert.equal(score, 100);
  assert.deepEqual(
    files.map(({ file, all }) => [file, all]),
    [['a.ts', 1]],
  );
});

test('takes no changes for a bad sign', () => {
  assert.equal(mutationScores({ files: {} }).score, 0);
});
