import { groupBy } from '../groupBy';
import { addToNamespace, Results } from '../files/Results';
import { LogEntry } from '../files/logLines';

export type RestoreAction = 'created' | 'updated' | 'skipped' | 'failed';

interface RestoredItem {
  kind: string;
  namespace?: string;
  name: string;
  action: RestoreAction;
}

/** What a restore has done so far. */
export class RestoreRecord {
  readonly errors: Results = {};
  readonly warnings: Results = {};
  readonly log: LogEntry[] = [];
  readonly #items = new Map<string, RestoredItem>();

  get count(): number {
    return this.#items.size;
  }

  has(kind: string, name: string, namespace?: string): boolean {
    return this.#items.has(keyOf({ kind, name, namespace }));
  }

  note(item: RestoredItem) {
    this.#items.set(keyOf(item), item);
  }

  /** A problem of the namespace into which something was to go, or of the cluster as a whole. */
  warn(namespace: string | undefined, text: string) {
    addToNamespace(this.warnings, namespace, text);
  }

  fail(namespace: string | undefined, text: string) {
    addToNamespace(this.errors, namespace, text);
  }

  /** A problem of Velero itself. */
  failVelero(text: string) {
    this.errors.velero = [...(this.errors.velero ?? []), text];
  }

  warnVelero(text: string) {
    this.warnings.velero = [...(this.warnings.velero ?? []), text];
  }

  info(message: string, source: string, fields?: Record<string, string>) {
    this.log.push({ level: 'info', message, source, fields });
  }

  /** Names by kind with what became of each, as resource lists hold them. */
  resourceList(): Record<string, string[]> {
    const byKind = groupBy(this.#items.values(), ({ kind }) => kind);
    const sorted = [...byKind].sort(([left], [right]) =>
      left < right ? -1 : 1,
    );
    return Object.fromEntries(
      sorted.map(([kind, items]) => [kind, items.map(entryOf).sort()]),
    );
  }
}

function keyOf(item: { kind: string; name: string; namespace?: string }) {
  return `${item.kind} ${item.namespace ?? ''}/${item.name}`;
}

function entryOf({ namespace, name, action }: RestoredItem): string {
  return `${namespace ? `${namespace}/` : ''}${name}(${action})`;
}
