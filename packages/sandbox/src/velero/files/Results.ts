import { LogEntry } from './logLines';

/** Problems by where they occurred. Keys without content are left out, as by Go's omitempty. */
export interface Results {
  velero?: string[];
  cluster?: string[];
  namespaces?: Record<string, string[]>;
}

/** A backup's results are what its log says at one level. */
export function resultsOf(
  entries: LogEntry[],
  level: LogEntry['level'],
): Results {
  const results: Results = {};
  for (const entry of entries) {
    if (entry.level === level) {
      addEntry(results, entry);
    }
  }
  return results;
}

function addEntry(results: Results, entry: LogEntry) {
  const { namespace } = entry.fields ?? {};
  if (namespace === undefined) {
    results.velero = [...(results.velero ?? []), resultText(entry)];
  } else {
    addToNamespace(results, namespace, resultText(entry));
  }
}

/** Adds a problem of a namespace, or of the cluster as a whole where there is none. */
export function addToNamespace(
  results: Results,
  namespace: string | undefined,
  text: string,
) {
  if (!namespace) {
    results.cluster = [...(results.cluster ?? []), text];
    return;
  }
  const known = results.namespaces?.[namespace] ?? [];
  results.namespaces = { ...results.namespaces, [namespace]: [...known, text] };
}

export function countResults({ velero, cluster, namespaces }: Results): number {
  const lists = [velero, cluster, ...Object.values(namespaces ?? {})];
  return lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
}

function resultText({ message, fields = {} }: LogEntry): string {
  const { resource, name, error } = fields;
  return [
    ...(resource ? [` resource: /${resource}`] : []),
    ...(name ? [` name: /${name}`] : []),
    ` message: /${message}`,
    ...(error ? [` error: /${error}`] : []),
  ].join('');
}
