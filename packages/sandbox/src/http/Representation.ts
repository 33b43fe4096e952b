import { KubernetesObject } from '../api/KubernetesObject';
import { ResourceType } from '../api/ResourceType';
import { Page } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';

/** How objects are written into an answer. */
export interface Representation {
  readonly contentType: string;
  /** An object by itself. */
  single(stored: StoredObject): string;
  /** What stands before and after the items of a list. */
  frame(page: Page): [head: string, tail: string];
  item(stored: StoredObject): string;
  /** The object of an event; tables say their columns in the first one only. */
  event(stored: StoredObject): string;
  /** A bookmark has no object but a position. */
  bookmark(metadata: Record<string, unknown>): string;
}

export interface RepresentationOptions {
  type: ResourceType;
  /** What a row of a table carries of its object: `Metadata`, `Object` or `None`. */
  includeObject: string;
  now: () => Date;
}

/** The metadata of a list. */
export function listMetadata(page: Page): Record<string, unknown> {
  return {
    ...(page.continueToken && { continue: page.continueToken }),
    ...(page.remaining && { remainingItemCount: page.remaining }),
    resourceVersion: String(page.revision),
  };
}

const META = { apiVersion: 'meta.k8s.io/v1' };

/** An object reduced to its metadata. */
export function partialObject({ metadata }: KubernetesObject) {
  return { kind: 'PartialObjectMetadata', ...META, metadata };
}
