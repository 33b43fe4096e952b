import {
  ArtifactResource,
  ArtifactResult,
  ArtifactVolume,
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  VolumesResponse,
} from 'backstage-plugin-velero-common';
import { ArtifactSource } from './Artifact';

/** Rows that one answer holds at most. */
const MAX_ROWS = 1_000;
const DEFAULT_LIMIT = 100;

/** Which namespaces of a backup or restore are the reader's, and whether it holds others. */
type Reach = Pick<ArtifactSource, 'namespaces' | 'shared'>;

/** Messages about Velero and the cluster can name anything, so of a shared backup they are only counted. */
export function resultsFor(
  results: ArtifactResult[],
  reach: Reach,
): ResultsResponse {
  const shown = results.filter(({ namespace }) => isShown(namespace, reach));
  const withheld = results
    .filter(({ namespace }) => namespace === undefined && reach.shared)
    .reduce((sum, { count }) => sum + count, 0);
  return {
    items: shown.slice(0, MAX_ROWS),
    truncated: shown.length > MAX_ROWS,
    ...(withheld > 0 && { withheld }),
  };
}

/** Gives a page of what is the reader's; a Namespace counts as being in itself. */
export function resourcesFor(
  resources: ArtifactResource[],
  reach: Reach,
  query: ResourcesQuery,
): ResourcesResponse {
  const { limit = DEFAULT_LIMIT, offset = 0 } = query;
  const wanted = query.q?.toLowerCase();
  const matching = resources.filter(
    resource =>
      isShown(namespaceOf(resource), reach) &&
      (!wanted || textOf(resource).includes(wanted)),
  );
  return {
    items: matching.slice(offset, offset + limit),
    totalItems: matching.length,
    truncated: offset + limit < matching.length,
  };
}

export function volumesFor(
  volumes: ArtifactVolume[],
  reach: Reach,
): VolumesResponse {
  const shown = volumes.filter(({ namespace }) => isShown(namespace, reach));
  return {
    items: shown.slice(0, MAX_ROWS),
    totalItems: shown.length,
    truncated: shown.length > MAX_ROWS,
  };
}

function isShown(
  namespace: string | undefined,
  { namespaces, shared }: Reach,
): boolean {
  return namespace === undefined ? !shared : namespaces.includes(namespace);
}

function namespaceOf(resource: ArtifactResource): string | undefined {
  return resource.groupVersionKind === 'v1/Namespace'
    ? resource.name
    : resource.namespace;
}

function textOf({ groupVersionKind, namespace, name }: ArtifactResource) {
  return [groupVersionKind, namespace, name]
    .filter(Boolean)
    .join('/')
    .toLowerCase();
}
