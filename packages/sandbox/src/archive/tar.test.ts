import { execFileSync } from 'node:child_process';
import { readTar, writeTar } from './tar';

const MODIFIED = new Date('2026-11-23T10:00:00Z');

describe('tar archives', () => {
  const entries = [
    { path: 'metadata/version', content: Buffer.from('1.1.0\n') },
    { path: 'empty', content: Buffer.alloc(0) },
    {
      path: `resources/configmaps/namespaces/team-a/${'long.'.repeat(49)}.json`,
      content: Buffer.from('{"text":"grün"}'),
    },
    { path: 'block', content: Buffer.alloc(1024, 'x') },
  ];

  it('are read as they were written', () => {
    expect(readTar(writeTar(entries, MODIFIED))).toEqual(entries);
    expect(readTar(writeTar([], MODIFIED))).toEqual([]);
  });

  it('are understood by tar itself', () => {
    const input = writeTar(entries, MODIFIED);
    const list = execFileSync('tar', ['-tf', '-'], { input }).toString();
    expect(list.trim().split('\n')).toEqual(entries.map(({ path }) => path));
    const content = execFileSync('tar', ['-xOf', '-', entries[2].path], {
      input,
    });
    expect(content).toEqual(entries[2].content);
  });
});
