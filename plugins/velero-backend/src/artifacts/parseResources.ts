import { ArtifactResource } from 'backstage-plugin-velero-common';
import { isJsonObject } from '../clusters/http/json';
import { malformed } from './parseJsonFile';

/** Reads a list of resources, which Velero writes by kind: `{"v1/ConfigMap": ["team-a/c1"]}`. */
export function parseResources(file: unknown): ArtifactResource[] {
  if (file === null) {
    return [];
  }
  if (!isJsonObject(file)) {
    throw malformed('list of resources');
  }
  return Object.keys(file)
    .sort()
    .flatMap(groupVersionKind => {
      const names = file[groupVersionKind];
      return (Array.isArray(names) ? names : [])
        .map(String)
        .sort()
        .map(entry => ({ groupVersionKind, ...nameOf(entry) }));
    });
}

/** Of a restore each name carries what became of the object, as `team-a/c1(created)`. */
export function parseRestoredResources(file: unknown): ArtifactResource[] {
  return parseResources(file).map(resource => {
    const [, name, action] = /^(.*)\((\w+)\)$/.exec(resource.name) ?? [];
    return action ? { ...resource, name, action } : resource;
  });
}

function nameOf(entry: string): Pick<ArtifactResource, 'namespace' | 'name'> {
  const slash = entry.indexOf('/');
  return slash < 0
    ? { name: entry }
    : { namespace: entry.slice(0, slash), name: entry.slice(slash + 1) };
}
