/** A line of Velero's log, taken apart. */
export interface ParsedLine {
  time?: string;
  message: string;
  /** The others, in their order. */
  fields: Array<{ name: string; value: string }>;
}

/** As `name=value` or `name="a quoted \"value\""`. */
const PAIR = /([\w./-]+)=("(?:[^"\\]|\\.)*"|\S*)\s*/y;

/** A line stays one line. */
const ESCAPED: Record<string, string> = { n: ' ', t: ' ' };

/** Reads a line as logrus writes it; a line that is none is a message as a whole. */
export function parseLogLine(text: string): ParsedLine {
  const pairs = pairsOf(text);
  const message = pairs.find(({ name }) => name === 'msg')?.value;
  if (message === undefined) {
    return { message: text, fields: [] };
  }
  return {
    time: pairs.find(({ name }) => name === 'time')?.value,
    message,
    fields: pairs.filter(
      ({ name }) => !['time', 'level', 'msg'].includes(name),
    ),
  };
}

function pairsOf(text: string): ParsedLine['fields'] {
  const pairs: ParsedLine['fields'] = [];
  PAIR.lastIndex = 0;
  for (let found = PAIR.exec(text); found; found = PAIR.exec(text)) {
    pairs.push({ name: found[1], value: unquoted(found[2]) });
  }
  return pairs;
}

function unquoted(value: string): string {
  if (!value.startsWith('"') || !value.endsWith('"') || value.length < 2) {
    return value;
  }
  // Go quotes more than JSON knows; what is left quoted is still legible.
  return value
    .slice(1, -1)
    .replace(/\\(["\\nt])/g, (_, escaped) => ESCAPED[escaped] ?? escaped);
}
