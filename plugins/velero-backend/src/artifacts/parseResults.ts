import { ArtifactResult } from 'backstage-plugin-velero-common';
import { isJsonObject, JsonObject } from '../clusters/http/json';
import { malformed } from './parseJsonFile';

const MAX_MESSAGE_LENGTH = 4_000;

/** Reads the results of a backup or restore: errors first, and what is said several times once. */
export function parseResults(file: unknown): ArtifactResult[] {
  if (file === null) {
    return [];
  }
  if (!isJsonObject(file)) {
    throw malformed('file of results');
  }
  return [
    ...resultsOf('error', file.errors),
    ...resultsOf('warning', file.warnings),
  ];
}

function resultsOf(
  severity: ArtifactResult['severity'],
  section: unknown,
): ArtifactResult[] {
  const { velero, cluster, namespaces }: JsonObject = isJsonObject(section)
    ? section
    : {};
  const byNamespace = isJsonObject(namespaces) ? namespaces : {};
  return [
    ...counted({ severity, scope: 'velero' }, velero),
    ...counted({ severity, scope: 'cluster' }, cluster),
    ...Object.keys(byNamespace)
      .sort()
      .flatMap(namespace =>
        counted(
          { severity, scope: 'namespace', namespace },
          byNamespace[namespace],
        ),
      ),
  ];
}

function counted(
  place: Omit<ArtifactResult, 'message' | 'count'>,
  messages: unknown,
): ArtifactResult[] {
  const counts = new Map<string, number>();
  for (const message of Array.isArray(messages) ? messages : []) {
    const text = String(message).trim().slice(0, MAX_MESSAGE_LENGTH);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([message, count]) => ({ ...place, message, count }));
}
