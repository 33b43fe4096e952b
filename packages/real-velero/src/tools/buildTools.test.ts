import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildTools } from './buildTools';

const GO_OF_TODAY = 'go version go1.26.8 linux/amd64';

/** Writes the file that it is told to, as the last word of `go build -o`. */
const BUILD = 'printf program > "$3"';

// Processes start slowly on a machine that is busy with a cluster.
jest.setTimeout(30_000);

describe('buildTools', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tools-'));
    await mkdir(path.join(folder, 'bin'));
    const XDG_CACHE_HOME = path.join(folder, 'cache');
    const search = [path.join(folder, 'bin'), '/usr/bin', '/bin'];
    env = { PATH: search.join(':'), XDG_CACHE_HOME };
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function installGo({ version = GO_OF_TODAY, build = BUILD }) {
    const go = path.join(folder, 'bin', 'go');
    const script = `#!/bin/sh
      if [ "$1" = version ]; then echo '${version}'; exit; fi
      ${build}
    `;
    await writeFile(go, script);
    await chmod(go, 0o755);
  }

  it('builds what is missing, once, and tells of it', async () => {
    await installGo({});
    const steps: string[] = [];
    const onProgress = (step: string) => steps.push(step);
    const tools = await buildTools({ env, onProgress });
    expect(await readFile(tools.velero, 'utf8')).toBe('program');
    expect(await readFile(tools.kubectl, 'utf8')).toBe('program');
    expect(steps.slice(0, 2)).toEqual([
      expect.stringMatching(/^building etcd v3/),
      expect.stringMatching(/^built etcd in \d+ s/),
    ]);
    steps.length = 0;
    expect(await buildTools({ env, onProgress })).toEqual(tools);
    expect(steps).toEqual([]);
  });

  it('names the tool that cannot be built, with its last lines and its log', async () => {
    const build = `case "$3" in *versitygw) echo 'undefined: x'; exit 1;; esac; ${BUILD}`;
    await installGo({ build });
    const error = await buildTools({ env }).catch(problem => problem);
    expect(error.message).toMatch(
      /^Building versitygw ended with code 1\.[^]*undefined: x\nThe whole log: /,
    );
    const log = error.message.split('The whole log: ')[1];
    expect(await readFile(log, 'utf8')).toBe('undefined: x\n');
  });

  it('ends what is built beside when a tool cannot be built', async () => {
    const build = `case "$3" in *versitygw) exit 1;; *etcd) ;; *) sleep 600;; esac; ${BUILD}`;
    await installGo({ build });
    await expect(buildTools({ env })).rejects.toThrow('Building versitygw');
  });

  it('never counts what is half built', async () => {
    const build = `case "$3" in *kubectl) exit 1;; esac; ${BUILD}`;
    await installGo({ build });
    await expect(buildTools({ env })).rejects.toThrow('Building kubectl');
    await installGo({});
    const steps: string[] = [];
    await buildTools({ env, onProgress: step => steps.push(step) });
    const built = steps
      .filter(step => step.startsWith('built'))
      .map(step => step.split(' ')[1]);
    expect(built).toEqual(
      expect.arrayContaining([
        ...['kube-apiserver', 'kube-controller-manager', 'kubectl'],
      ]),
    );
    expect(built).not.toContain('etcd');
  });

  it('says what to do without Go', async () => {
    env.PATH = path.join(folder, 'bin');
    await expect(buildTools({ env })).rejects.toThrow(
      /needs Go 1\.26 or newer, and there is no `go` on the path: install/,
    );
  });

  it('says what to do with an old Go', async () => {
    await installGo({ version: 'go version go1.25.4 linux/amd64' });
    await expect(buildTools({ env })).rejects.toThrow(
      /needs Go 1\.26 or newer, and this is "go version go1\.25\.4/,
    );
  });

  it('ends with the start', async () => {
    await installGo({ build: 'sleep 600' });
    const ending = new AbortController();
    const build = buildTools({
      env,
      signal: ending.signal,
      onProgress: () => ending.abort(),
    });
    await expect(build).rejects.toThrow('abort');
  });
});
