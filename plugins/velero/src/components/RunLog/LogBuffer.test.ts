import { LogBuffer } from './LogBuffer';

function fill(buffer: LogBuffer, count: number, errors: number[] = []) {
  for (let number = 1; number <= count; number += 1) {
    const level = errors.includes(number) ? 'error' : 'info';
    buffer.add(`level=${level} msg=${String(number).padStart(6, '0')}`);
  }
}

function numbersOf(buffer: LogBuffer) {
  return buffer.lines().map(({ number }) => number);
}

describe('LogBuffer', () => {
  it('keeps a short log whole', () => {
    const buffer = new LogBuffer({ lines: 10, characters: 10_000 });
    fill(buffer, 10, [3]);

    expect(numbersOf(buffer)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(buffer.lines()[2].level).toBe('error');
    expect(buffer.total).toBe(10);
  });

  it('keeps of a long log the newest lines, and the errors before them', () => {
    const buffer = new LogBuffer({ lines: 10, characters: 10_000 });
    fill(buffer, 1_000, [3, 500]);

    const numbers = numbersOf(buffer);
    expect(numbers.slice(0, 2)).toEqual([3, 500]);
    expect(numbers.at(-1)).toBe(1_000);
    expect(numbers.length).toBeLessThanOrEqual(25);
    expect(buffer.total).toBe(1_000);
  });

  it('keeps no more of them than of other lines when there are only errors', () => {
    const buffer = new LogBuffer({ lines: 10, characters: 10_000 });
    fill(
      buffer,
      200,
      Array.from({ length: 200 }, (_, index) => index + 1),
    );

    expect(numbersOf(buffer).length).toBeLessThanOrEqual(25);
    expect(numbersOf(buffer).at(-1)).toBe(200);
  });

  it('keeps few of very long lines', () => {
    const buffer = new LogBuffer({ lines: 1_000, characters: 1_000 });
    for (let i = 0; i < 100; i += 1) {
      buffer.add('x'.repeat(400));
    }

    const kept = buffer.lines();
    expect(kept.length).toBeLessThanOrEqual(7);
    expect(kept.at(-1)?.number).toBe(100);
  });
});
