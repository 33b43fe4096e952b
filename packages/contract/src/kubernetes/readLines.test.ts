import { readLines } from './readLines';

async function linesOf(...chunks: Array<string | Buffer>) {
  async function* stream() {
    yield* chunks.map(chunk => Buffer.from(chunk));
  }
  const lines = [];
  for await (const line of readLines(stream())) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  it('joins what arrives in pieces', async () => {
    expect(await linesOf('{"a', '":1}\n{"b":', '2}\n')).toEqual([
      '{"a":1}',
      '{"b":2}',
    ]);
  });

  it('gives all lines of one piece, without the empty ones', async () => {
    expect(await linesOf('a\n\nb\nc\n')).toEqual(['a', 'b', 'c']);
  });

  it('leaves out a line that was cut off', async () => {
    expect(await linesOf('a\nb')).toEqual(['a']);
  });

  it('reads letters whose bytes arrive apart', async () => {
    const bytes = Buffer.from('größe\n');
    expect(await linesOf(bytes.subarray(0, 3), bytes.subarray(3))).toEqual([
      'größe',
    ]);
  });
});
