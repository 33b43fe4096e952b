import { stringify } from 'yaml';
import { KubernetesObject } from '../api/KubernetesObject';
import { apiVersionOf, ResourceType } from '../api/ResourceType';
import { Page } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';
import { MediaType } from './negotiate';
import { TableRepresentation } from './TableRepresentation';

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

const META = { apiVersion: 'meta.k8s.io/v1' };

export function representationOf(
  { as, yaml }: MediaType,
  options: RepresentationOptions,
): Representation {
  switch (as) {
    case 'Table':
      return new TableRepresentation(options);
    case 'PartialObjectMetadata':
    case 'PartialObjectMetadataList':
      return partialObjects;
    default:
      return yaml
        ? new YamlObjects(options.type)
        : new WholeObjects(options.type);
  }
}

/** The metadata of a list. */
export function listMetadata(page: Page): Record<string, unknown> {
  return {
    ...(page.continueToken && { continue: page.continueToken }),
    ...(page.remaining && { remainingItemCount: page.remaining }),
    resourceVersion: String(page.revision),
  };
}

/** Objects as they are. Lists of custom resources come with their items first and metadata last. */
class WholeObjects implements Representation {
  readonly contentType: string = 'application/json';
  readonly #type: ResourceType;

  constructor(type: ResourceType) {
    this.#type = type;
  }

  single(stored: StoredObject): string {
    return stored.json;
  }

  event(stored: StoredObject): string {
    return stored.json;
  }

  bookmark(metadata: Record<string, unknown>): string {
    const { kind } = this.#type;
    const apiVersion = apiVersionOf(this.#type);
    return JSON.stringify({ kind, apiVersion, metadata });
  }

  frame(page: Page): [string, string] {
    const { custom } = this.#type;
    const metadata = JSON.stringify({
      ...(custom && { continue: '' }),
      ...listMetadata(page),
    });
    const kind = `"kind":"${this.#type.kind}List"`;
    const version = `"apiVersion":"${apiVersionOf(this.#type)}"`;
    return custom
      ? [`{${version},"items":[`, `],${kind},"metadata":${metadata}}`]
      : [`{${kind},${version},"metadata":${metadata},"items":[`, ']}'];
  }

  /** The items of built-in lists do not repeat what they are. */
  item(stored: StoredObject): string {
    return this.#type.custom
      ? stored.json
      : JSON.stringify({
          ...stored.object,
          kind: undefined,
          apiVersion: undefined,
        });
  }
}

/** The same for people who read. A list is a list of YAML documents within one. */
class YamlObjects extends WholeObjects {
  readonly contentType = 'application/yaml';

  single(stored: StoredObject): string {
    return stringify(stored.object, { sortMapEntries: true });
  }
}

const partialObjects: Representation = {
  contentType: 'application/json',
  single: stored => JSON.stringify(partialObject(stored.object)),
  item: stored => JSON.stringify(partialObject(stored.object)),
  event: stored => JSON.stringify(partialObject(stored.object)),
  bookmark: metadata =>
    JSON.stringify({ kind: 'PartialObjectMetadata', ...META, metadata }),
  frame: page => [
    `{"kind":"PartialObjectMetadataList","apiVersion":"${
      META.apiVersion
    }","metadata":${JSON.stringify(listMetadata(page))},"items":[`,
    ']}',
  ],
};

export function partialObject({ metadata }: KubernetesObject) {
  return { kind: 'PartialObjectMetadata', ...META, metadata };
}
