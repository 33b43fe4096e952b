import { createHash } from 'node:crypto';
import { RESOURCE_TYPES, ResourceType } from '../ResourceType';
import { openApiDocument } from './openApiDocument';

/** `api/v1` or `apis/<group>/<version>`, the path of a group's version without the first slash. */
function groupVersionPath({ group, version }: ResourceType): string {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

/** The document of `/openapi/v3`. Its addresses are seen from the host's root, so that they need the cluster's own path. */
export function openApiIndex(
  basePath: string,
  serves: (type: ResourceType) => boolean,
) {
  const paths = [
    ...new Set(RESOURCE_TYPES.filter(serves).map(groupVersionPath)),
  ];
  const entries = paths.map(path => [
    path,
    {
      serverRelativeURL: `${basePath}/openapi/v3/${path}?hash=${hashOf(path)}`,
    },
  ]);
  return { paths: Object.fromEntries(entries) };
}

/** Clients may keep a document as long as its hash stays the same. */
function hashOf(path: string): string {
  const json = JSON.stringify(openApiDocument(typesAt(path)));
  return createHash('sha512').update(json).digest('hex').toUpperCase();
}

/** The resources of one group's version. */
export function typesAt(path: string): ResourceType[] {
  return RESOURCE_TYPES.filter(type => groupVersionPath(type) === path);
}
