import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from './runTool';

describe('runTool', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'run-tool-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (
    script: string,
    options: Partial<Parameters<typeof runTool>[0]> = {},
  ) =>
    runTool({
      file: process.execPath,
      args: ['-e', script],
      kubeconfig: '/somewhere/kubeconfig',
      folder,
      signal: new AbortController().signal,
      ...options,
    });

  it('gives what a tool prints, and how it ended', async () => {
    const script =
      'process.stdin.pipe(process.stdout); console.error("oh"); process.exitCode = 3';
    await expect(run(script, { input: 'hello' })).resolves.toEqual({
      code: 3,
      stdout: 'hello',
      stderr: 'oh\n',
    });
  });

  it('lets a tool know its cluster and a folder of its own only', async () => {
    await run(
      'const { HOME, KUBECONFIG, MORE } = process.env; fs.writeFileSync("env", [HOME, KUBECONFIG, MORE].join())',
      { env: { MORE: 'more' } },
    );
    await expect(readFile(path.join(folder, 'env'), 'utf8')).resolves.toBe(
      `${folder},/somewhere/kubeconfig,more`,
    );
  });

  it('ends a tool that has printed enough', async () => {
    const script = 'setInterval(() => console.log("tick"), 5)';
    const { code, stdout } = await run(script, {
      until: text => text.includes('tick\ntick'),
    });
    expect(code).toBeUndefined();
    expect(stdout).toContain('tick\ntick');
  });

  it('ends with the case', async () => {
    const interrupt = new AbortController();
    const going = run('setInterval(() => console.log("tick"), 5)', {
      signal: interrupt.signal,
      until: () => {
        interrupt.abort();
        return false;
      },
    });
    await expect(going).rejects.toThrow(/did not end well: .*aborted/);
  });

  it('says which tool cannot be run', async () => {
    await expect(
      run('', { file: path.join(folder, 'absent') }),
    ).rejects.toThrow(/`absent .*` did not end well: .*ENOENT/);
  });
});
