import { LineSplitter } from './LineSplitter';

function split(...chunks: Array<string | Uint8Array>): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter({ onLine: text => lines.push(text) });
  const encoder = new TextEncoder();
  for (const chunk of chunks) {
    splitter.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
  }
  splitter.end();
  return lines;
}

describe('LineSplitter', () => {
  it.each<[string, string[], string[]]>([
    ['nothing', [''], []],
    ['whole lines', ['a\nb\n'], ['a', 'b']],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['empty lines', ['a\n\nb\n'], ['a', '', 'b']],
    ['a line in pieces', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
    ['an end that comes alone', ['a', '\n', 'b'], ['a', 'b']],
  ])('gives %s', (_, chunks, lines) => {
    expect(split(...chunks)).toEqual(lines);
  });

  it('puts a character together that came in two pieces', () => {
    const bytes = new TextEncoder().encode('ü\n');

    expect(split(bytes.slice(0, 1), bytes.slice(1))).toEqual(['ü']);
  });

  it('cuts a line without end, and goes on behind it', () => {
    const [long, next] = split(...Array(10).fill('x'.repeat(10_000)), '\nb');

    expect(long).toBe(`${'x'.repeat(16 * 1024)}…`);
    expect(next).toBe('b');
  });
});
