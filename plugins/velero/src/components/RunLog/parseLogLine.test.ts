import { levelOf } from './LogLine';
import { parseLogLine } from './parseLogLine';

describe('parseLogLine', () => {
  it.each([
    ['', { message: '', fields: [] }],
    ['panic: no', { message: 'panic: no', fields: [] }],
    [
      '[The log is cut here. It broke]',
      { message: '[The log is cut here. It broke]', fields: [] },
    ],
    [
      'time="2026-11-23T02:00:01Z" level=info msg="Backed up \\"a\\"\\nb" backup=velero/x logSource="pkg/backup.go:1"',
      {
        time: '2026-11-23T02:00:01Z',
        message: 'Backed up "a" b',
        fields: [
          { name: 'backup', value: 'velero/x' },
          { name: 'logSource', value: 'pkg/backup.go:1' },
        ],
      },
    ],
    [
      'msg=short name=',
      { message: 'short', fields: [{ name: 'name', value: '' }] },
    ],
  ])('reads %j', (text, expected) => {
    expect(parseLogLine(text)).toMatchObject(expected);
  });
});

describe('levelOf', () => {
  it.each([
    ['level=debug msg=x', 'debug'],
    ['time=x level=info msg="level=error"', 'info'],
    ['level=warning', 'warning'],
    ['level="warn"', 'warning'],
    ['level=fatal', 'error'],
    ['level=loud', 'info'],
    ['no level', 'info'],
  ])('of %j is %s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});
