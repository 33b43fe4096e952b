import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { assertReadable, assertYaml } from './configFiles.mjs';

async function createFile(context, text) {
  const folder = await mkdtemp(path.join(tmpdir(), 'config-files-'));
  context.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'my.yaml');
  await writeFile(file, text);
  return { folder, file };
}

const sentence = (file, rest) => ({
  name: 'UserError',
  message: new RegExp(`^[^\n]*${file}[^\n]*${rest}[^\n]*\\.$`),
});

test('accepts a file with YAML', async context => {
  const { file } = await createFile(context, 'velero:\n  clusters: []\n');
  await assertReadable([file]);
  await assertYaml([file]);
});

test('refuses a folder and a file that is not there', async context => {
  const { folder, file } = await createFile(context, '');
  await assert.rejects(
    assertReadable([file, folder]),
    sentence(folder, 'is a folder'),
  );
  await assert.rejects(assertReadable([`${file}x`]), sentence(`${file}x`, ''));
});

test('says in one sentence where a file is not YAML', async context => {
  const { file } = await createFile(context, 'velero:\n  clusters: {a\n');
  await assert.rejects(assertYaml([file]), sentence(file, 'line \\d+'));
});
