import { Finding, Refusal } from '../input/Finding';
import { StrictReader } from '../input/StrictReader';
import { isLabelKey } from '../velero/isLabelKey';
import { RestorePair, RestoreWish } from './RestoreWish';

const MAXIMUM_PAIRS = 20;
const MAXIMUM_KINDS = 100;
const MAXIMUM_LABELS = 10;
const MAXIMUM_REASON = 2_000;

const KIND = /^[a-z][a-z0-9]*(\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const OBJECT = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** Stands in for what is refused anyway. */
const NO_BACKUP = { cluster: '', veleroNamespace: '', name: '' };

/** What shows nothing, or turns the text around it: it would make a reason look like another one. */
const HIDDEN = /[^\P{C}\n]|[\u2028\u2029]/u;

/**
 * Reads a wish strictly. What is not known is refused, also keys of Velero's spec: none of it is handed on.
 *
 * @param options - `needsReason` is false for a {@link PreviewedWish}; without a reason, the one of the wish is empty
 * @returns the wish, or all that is wrong with it
 * @public
 */
export function readRestoreWish(
  input: unknown,
  options: { needsReason?: boolean } = {},
):
  | { wish: RestoreWish; refusals: [] }
  | { wish?: undefined; refusals: Refusal[] } {
  const findings: Finding[] = [];
  const reader = new StrictReader(input, '', findings);
  const { needsReason = true } = options;
  const wish = reader.done(readWish(reader, needsReason));
  const refusals = findings.flatMap(finding => finding.refusal ?? []);
  return refusals.length > 0 ? { refusals } : { wish, refusals: [] };
}

function readWish(reader: StrictReader, needsReason: boolean): RestoreWish {
  reader.need('backup');
  return {
    backup: reader.below('backup', readKey) ?? NO_BACKUP,
    namespaces: readPairs(reader),
    ...given('drill', readDrill(reader)),
    ...given('wholeBackup', reader.text('wholeBackup')),
    volumes:
      reader.choice('volumes', ['restore', 'none'] as const) ?? 'restore',
    existing: reader.choice('existing', ['none', 'update'] as const) ?? 'none',
    ...given('kinds', readKinds(reader)),
    ...given('labels', readLabels(reader)),
    ...given('modifier', matching(reader, 'modifier', OBJECT)),
    reason: needsReason || reader.has('reason') ? readReason(reader) : '',
    ...given('ticket', readTicket(reader)),
  };
}

function readKey(reader: StrictReader) {
  return {
    cluster: reader.neededText('cluster'),
    veleroNamespace: matching(reader, 'veleroNamespace', NAMESPACE, true) ?? '',
    name: matching(reader, 'name', OBJECT, true) ?? '',
  };
}

function readPairs(reader: StrictReader): RestorePair[] {
  const isDrill = reader.flag('drill');
  const pairs = reader.list('namespaces', MAXIMUM_PAIRS, (item, path) => {
    const pair = reader.at(item, path);
    return pair.done({
      source: matching(pair, 'source', NAMESPACE, true) ?? '',
      target: isDrill
        ? noTarget(pair)
        : matching(pair, 'target', NAMESPACE, true) ?? '',
    });
  });
  if (reader.has('wholeBackup')) {
    return pairs ?? [];
  }
  reader.need('namespaces');
  if (pairs?.length === 0) {
    reader.refuse(
      'missing',
      reader.pathOf('namespaces'),
      'No namespace is named',
      'Name at least one: an empty list would mean all of them to Velero',
    );
  }
  return pairs ?? [];
}

/** Whoever named the namespace could have one removed that is not the drill's. */
function noTarget(pair: StrictReader): string {
  if (pair.has('target')) {
    pair.refuse(
      'not-allowed',
      pair.pathOf('target'),
      `${pair.pathOf(
        'target',
      )} is given, and a drill names its namespaces itself`,
      'Leave it out',
    );
  }
  return '';
}

/** What is no drill is none, however it says so. */
function readDrill(reader: StrictReader): true | undefined {
  const isDrill = reader.flag('drill') === true;
  if (isDrill && reader.has('wholeBackup')) {
    reader.refuse(
      'not-allowed',
      reader.pathOf('wholeBackup'),
      'A whole backup cannot be tried out: it would go where everything is already',
      'Name the namespaces',
    );
  }
  return isDrill || undefined;
}

function readKinds(reader: StrictReader): string[] | undefined {
  const kinds = reader.texts('kinds', MAXIMUM_KINDS);
  kinds?.forEach((kind, i) =>
    expect(reader, `${reader.pathOf('kinds')}[${i}]`, kind, KIND),
  );
  if (kinds?.length === 0) {
    reader.refuse(
      'missing',
      reader.pathOf('kinds'),
      'No kind is named',
      'Leave the key out for all kinds that the policy lets you restore',
    );
  }
  return kinds && [...new Set(kinds)].sort();
}

function readLabels(reader: StrictReader): Record<string, string> | undefined {
  const labels = reader.textMap('labels');
  const entries = Object.entries(labels ?? {});
  if (entries.length > MAXIMUM_LABELS) {
    reader.refuse(
      'too-many',
      reader.pathOf('labels'),
      `labels has ${entries.length} entries`,
      `Give at most ${MAXIMUM_LABELS}`,
    );
  }
  for (const [name, value] of entries) {
    const path = reader.pathOf('labels');
    expectThat(isLabelKey(name), reader, path, name);
    expect(reader, path, value, LABEL_VALUE);
  }
  return entries.length > 0 ? labels : undefined;
}

function readReason(reader: StrictReader): string {
  const key = 'reason';
  const text = (reader.text(key, MAXIMUM_REASON) ?? '')
    .replaceAll('\r\n', '\n')
    .trim();
  if (text === '' && !reader.has(key)) {
    reader.need(key);
  } else if (text === '') {
    reader.refuse('missing', key, 'No reason is given', 'Say why');
  }
  refuseHidden(reader, key, text);
  return text;
}

function readTicket(reader: StrictReader): string | undefined {
  const text = reader.text('ticket')?.trim();
  if (text !== undefined) {
    refuseHidden(reader, 'ticket', text.replaceAll('\n', '\0'));
  }
  return text || undefined;
}

function refuseHidden(reader: StrictReader, key: string, text: string) {
  if (HIDDEN.test(text)) {
    reader.refuse(
      'not-allowed',
      reader.pathOf(key),
      `${key} has characters that cannot be seen`,
      'Write it anew, as plain text',
    );
  }
}

function matching(
  reader: StrictReader,
  key: string,
  pattern: RegExp,
  isNeeded = false,
): string | undefined {
  const text = isNeeded ? reader.neededText(key) : reader.text(key);
  if (text) {
    expect(reader, reader.pathOf(key), text, pattern);
  }
  return text;
}

function expect(
  reader: StrictReader,
  path: string,
  text: string,
  pattern: RegExp,
) {
  expectThat(pattern.test(text), reader, path, text);
}

function expectThat(
  isRight: boolean,
  reader: StrictReader,
  path: string,
  text: string,
) {
  if (!isRight) {
    reader.refuse(
      'not-allowed',
      path,
      `${path} is ${JSON.stringify(text.slice(0, 63))}, which is no such name`,
      'Write the name itself, without patterns or slashes',
    );
  }
}

function given<K extends string, T>(
  key: K,
  value: T | undefined,
): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
