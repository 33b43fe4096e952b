import { ArtifactResult, readResultText } from 'backstage-plugin-velero-common';

/** A message, with all the objects of one kind that it was said of. */
export interface ResultLine {
  /** Kind of the objects; absent when the message names none. */
  resource?: string;
  names: string[];
  message: string;
  /** How often it was said. */
  count: number;
}

/** All messages of one severity about one place. */
export interface ResultGroup {
  severity: ArtifactResult['severity'];
  scope: ArtifactResult['scope'];
  namespace?: string;
  count: number;
  lines: ResultLine[];
}

/** Puts messages together by place and kind, what is said of several objects once; errors stay first. */
export function groupResults(results: ArtifactResult[]): ResultGroup[] {
  const groups = new Map<string, ResultGroup>();
  for (const result of results) {
    const { severity, scope, namespace, count } = result;
    const key = JSON.stringify([severity, scope, namespace]);
    const group = groups.get(key) ?? {
      severity,
      scope,
      namespace,
      count: 0,
      lines: [],
    };
    groups.set(key, group);
    group.count += count;
    addLine(group.lines, result);
  }
  return [...groups.values()].map(group => ({
    ...group,
    lines: group.lines.sort(byResource),
  }));
}

function addLine(
  lines: ResultLine[],
  { message: text, count }: ArtifactResult,
) {
  const { resource, name, message } = readResultText(text);
  let line = lines.find(
    other => other.resource === resource && other.message === message,
  );
  if (!line) {
    line = { resource, names: [], message, count: 0 };
    lines.push(line);
  }
  line.count += count;
  if (name && !line.names.includes(name)) {
    line.names.push(name);
  }
}

function byResource(left: ResultLine, right: ResultLine): number {
  return (left.resource ?? '').localeCompare(right.resource ?? '');
}
