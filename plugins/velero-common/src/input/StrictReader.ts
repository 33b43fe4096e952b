import { Finding, quoted, refusal } from './Finding';

/** Longer than any name of Kubernetes. */
const MAXIMUM_TEXT = 253;

/** A URL, or the name of a key in a cloud. */
const MAXIMUM_VALUE = 2_048;

const MAXIMUM_ENTRIES = 50;

/**
 * Reads an object key by key and notes all that is wrong, instead of stopping at the first. A key that was not asked for
 * is refused, by its name only: its value may be a secret that stands where none belongs.
 */
export class StrictReader {
  private readonly known = new Set<string>();
  private readonly object: Record<string, unknown>;
  private readonly isObject: boolean;

  constructor(
    value: unknown,
    readonly path: string,
    private readonly findings: Finding[],
  ) {
    this.isObject = isObject(value);
    this.object = isObject(value) ? value : {};
    if (!this.isObject) {
      this.note('not-an-object', path, 'is no object', 'Give an object');
    }
  }

  pathOf(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }

  has(key: string): boolean {
    return this.valueOf(key) !== undefined;
  }

  text(key: string, maximum = MAXIMUM_TEXT): string | undefined {
    const value = this.typed(key, 'a text', isText);
    return value === undefined
      ? undefined
      : this.fitting(value, maximum, this.pathOf(key));
  }

  /** A text that must be there. @returns an empty one when it is not */
  neededText(key: string): string {
    this.need(key);
    return this.text(key) ?? '';
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const value = this.text(key);
    const found = choices.find(choice => choice === value);
    if (value !== undefined && !found) {
      this.note(
        'not-allowed',
        this.pathOf(key),
        `is ${quoted(value)}`,
        `Choose one of ${choices.join(', ')}`,
      );
    }
    return found;
  }

  flag(key: string): boolean | undefined {
    return this.typed(key, 'true or false', isFlag);
  }

  count(key: string): number | undefined {
    return this.typed(key, 'a whole number from 1 to 999999', isCount);
  }

  texts(key: string, maximum: number): string[] | undefined {
    return this.list(key, maximum, (item, path) => {
      if (typeof item === 'string') {
        return this.fitting(item, MAXIMUM_TEXT, path);
      }
      this.note('wrong-type', path, 'is no text', 'Give a text in quotes');
      return '';
    });
  }

  /** An object whose values are all texts. */
  textMap(key: string): Record<string, string> | undefined {
    const value = this.typed(key, 'an object of texts', isObject);
    const entries = Object.entries(value ?? {});
    const texts = entries.filter((entry): entry is [string, string] => {
      const isFine = typeof entry[1] === 'string';
      if (!isFine) {
        this.note(
          'wrong-type',
          `${this.pathOf(key)}.${entry[0]}`,
          'is no text',
          'Give a text in quotes, as "true"; Velero takes texts only',
        );
      }
      return isFine;
    });
    const { length } = entries;
    if (length > MAXIMUM_ENTRIES) {
      this.tooMany(this.pathOf(key), length, MAXIMUM_ENTRIES);
    }
    return (
      value &&
      Object.fromEntries(
        texts.map(([name, text]) => [
          name,
          this.fitting(text, MAXIMUM_VALUE, `${this.pathOf(key)}.${name}`),
        ]),
      )
    );
  }

  list<T>(
    key: string,
    maximum: number,
    read: (item: unknown, path: string) => T,
  ): T[] | undefined {
    const value = this.typed(key, 'a list', Array.isArray);
    const path = this.pathOf(key);
    if (value && value.length > maximum) {
      this.tooMany(path, value.length, maximum);
    }
    return value
      ?.slice(0, maximum)
      .map((item: unknown, index: number) => read(item, `${path}[${index}]`));
  }

  /** An object of its own. */
  below<T>(key: string, read: (reader: StrictReader) => T): T | undefined {
    const value = this.valueOf(key);
    if (value === undefined) {
      return undefined;
    }
    const reader = new StrictReader(value, this.pathOf(key), this.findings);
    return reader.done(read(reader));
  }

  /** For an item of a list. */
  at(item: unknown, path: string): StrictReader {
    return new StrictReader(item, path, this.findings);
  }

  /** Of what is no object at all nothing is missed. */
  need(key: string) {
    if (!this.has(key) && this.isObject) {
      this.note('missing', this.pathOf(key), 'is missing', 'Give it');
    }
  }

  /** Call it when all keys were asked for. */
  done<T>(result: T): T {
    const unknown = Object.keys(this.object).filter(
      key => !this.known.has(key),
    );
    for (const key of unknown) {
      this.note(
        'unknown-key',
        this.pathOf(key.slice(0, 63)),
        'is not known',
        `Remove it; known are ${[...this.known].join(', ')}`,
      );
    }
    return result;
  }

  refuse(...args: Parameters<typeof refusal>) {
    this.findings.push(refusal(...args));
  }

  private tooMany(path: string, count: number, maximum: number) {
    this.note(
      'too-many',
      path,
      `has ${count} entries`,
      `Give at most ${maximum}`,
    );
  }

  /** What is too long is refused, and goes no further than its beginning. */
  private fitting(text: string, maximum: number, path: string): string {
    if (text.length > maximum) {
      this.note(
        'too-long',
        path,
        `has ${text.length} characters`,
        `Give at most ${maximum}`,
      );
    }
    return text.slice(0, maximum);
  }

  private typed<T>(
    key: string,
    name: string,
    is: (value: unknown) => value is T,
  ): T | undefined {
    const value = this.valueOf(key);
    if (value === undefined || is(value)) {
      return value as T | undefined;
    }
    this.note('wrong-type', this.pathOf(key), `is not ${name}`, `Give ${name}`);
    return undefined;
  }

  private valueOf(key: string): unknown {
    this.known.add(key);
    return Object.hasOwn(this.object, key) ? this.object[key] : undefined;
  }

  private note(
    code: Parameters<typeof refusal>[0],
    path: string,
    problem: string,
    remedy: string,
  ) {
    this.refuse(code, path, `${path || 'The request'} ${problem}`, remedy);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 1e6;
}
