import { isAtLeast, levelOf, LogLine } from './LogLine';

interface LogLimits {
  lines: number;
  /** Characters of all lines together. */
  characters: number;
}

/** What a browser keeps with ease; a log may be much larger. */
const DEFAULT_LIMITS: LogLimits = { lines: 50_000, characters: 16_000_000 };

/** Compacting for every line would be slow. */
const SLACK = 1.25;

/**
 * Keeps of a log what its readers look for first: the newest lines, and before them the errors and warnings, up to as
 * many again.
 */
export class LogBuffer {
  readonly #limits: LogLimits;
  #lines: LogLine[] = [];
  #characters = 0;
  #total = 0;

  constructor(limits: LogLimits = DEFAULT_LIMITS) {
    this.#limits = limits;
  }

  /** How many lines there were. */
  get total(): number {
    return this.#total;
  }

  /** What is kept, in order. */
  lines(): LogLine[] {
    return [...this.#lines];
  }

  add(text: string): void {
    this.#total += 1;
    this.#lines.push({ number: this.#total, level: levelOf(text), text });
    this.#characters += text.length;
    const { lines, characters } = this.#limits;
    // Twice, as problems may fill the limits once more.
    if (
      this.#lines.length > 2 * SLACK * lines ||
      this.#characters > 2 * SLACK * characters
    ) {
      this.#compact();
    }
  }

  #compact() {
    const begin = this.#beginOfNewest(this.#lines);
    const problems = this.#lines
      .slice(0, begin)
      .filter(({ level }) => isAtLeast(level, 'warning'));
    this.#lines = [
      ...problems.slice(this.#beginOfNewest(problems)),
      ...this.#lines.slice(begin),
    ];
    this.#characters = this.#lines.reduce(
      (sum, { text }) => sum + text.length,
      0,
    );
  }

  /** Where the newest lines begin that are within the limits. */
  #beginOfNewest(lines: LogLine[]): number {
    let begin = lines.length;
    let room = this.#limits.characters;
    const first = Math.max(0, lines.length - this.#limits.lines);
    while (begin > first && lines[begin - 1].text.length <= room) {
      begin -= 1;
      room -= lines[begin].text.length;
    }
    return begin;
  }
}
