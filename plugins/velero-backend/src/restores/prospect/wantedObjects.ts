import {
  ArtifactResource,
  resourceName,
  ServedKind,
} from 'backstage-plugin-velero-common';
import { ProspectQuestion } from './ProspectQuestion';
import { ProspectTarget, targetsOf } from './targetsOf';

/** Objects of a kind that would be restored to one place. */
export interface WantedObjects {
  kind: ServedKind;
  /** Absent for what lives in none. */
  target?: ProspectTarget;
  names: string[];
}

/** Puts the objects of a backup that come back together by kind and place, the most first. */
export function wantedObjects(
  question: ProspectQuestion,
  resources: ArtifactResource[],
): WantedObjects[] {
  const targets = new Map(
    targetsOf(question).map(target => [target.source, target]),
  );
  const kinds = kindsOf(question);
  const wanted = new Map<string, WantedObjects>();
  for (const { groupVersionKind, namespace, name } of resources) {
    const kind = kinds.get(groupVersionKind);
    const target = namespace === undefined ? undefined : targets.get(namespace);
    if (kind && kind.namespaced === (target !== undefined)) {
      const key = `${resourceName(kind)} ${target?.target}`;
      const known = wanted.get(key) ?? { kind, target, names: [] };
      known.names.push(name);
      wanted.set(key, known);
    }
  }
  return [...wanted.values()].sort((a, b) => b.names.length - a.names.length);
}

/** The kinds that come back, by how the backup names them. */
function kindsOf({
  snapshot,
  verdict,
}: ProspectQuestion): Map<string, ServedKind> {
  const served = new Map(
    snapshot.cluster.kinds.map(kind => [resourceName(kind), kind]),
  );
  return new Map(
    verdict.kinds.flatMap(({ groupVersionKind, resource, left }) => {
      const kind = resource && !left ? served.get(resource) : undefined;
      return kind ? [[groupVersionKind, kind] as const] : [];
    }),
  );
}
