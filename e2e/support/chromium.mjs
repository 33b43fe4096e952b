import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflate } from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { doOnce } from '../../scripts/lib/doOnce.mjs';
import { cacheDir } from '../../scripts/lib/paths.mjs';

const FOLDER = path.join(cacheDir, 'chromium');
const EXECUTABLE = path.join(FOLDER, 'chromium');
const LIBRARIES = path.join(FOLDER, 'al2023/lib');
const FONTS = path.join(FOLDER, 'fonts.conf');

/** The package's own list of folders is for the cloud that it is made for; without fonts a page has no text. */
const FONT_FOLDERS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(FOLDER, 'fonts')}</dir>
  <cachedir>${path.join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless browser; nothing has to be installed on Linux, other systems need a Chrome. */
export async function launchBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: FLAGS });
  }
  await unpack();
  const env = { ...process.env, FONTCONFIG_FILE: FONTS };
  if (!(await canRun(env))) {
    env.LD_LIBRARY_PATH = LIBRARIES;
  }
  // The sandbox of Chromium needs a user other than root, and rights that containers do not have.
  const args = [...FLAGS, '--no-sandbox'];
  return chromium.launch({ executablePath: EXECUTABLE, args, env });
}

async function unpack() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const archives = path.resolve(path.dirname(entry), '../bin');
  await doOnce({
    marker: path.join(FOLDER, 'unpacked'),
    input:
      FONT_FOLDERS +
      (await readFile(path.resolve(archives, '../package.json'), 'utf8')),
    work: () => unpackInto(FOLDER, archives),
  });
}

/** The package unpacks to the temporary folder, which other users and broken-off runs share. */
async function unpackInto(folder, archives) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    for (const archive of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) {
      await inflate(path.join(archives, archive));
    }
    await writeFile(FONTS, FONT_FOLDERS);
  } finally {
    if (TMPDIR === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = TMPDIR;
    }
  }
}

/** False where the system lacks libraries that Chromium is linked with. */
async function canRun(env) {
  const run = promisify(execFile)(EXECUTABLE, ['--version'], { env });
  return run.then(
    () => true,
    () => false,
  );
}
