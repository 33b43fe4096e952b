import { stringify } from 'yaml';
import { apiVersionOf, ResourceType } from '../api/ResourceType';
import { Page } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';
import { listMetadata, Representation } from './Representation';

/** Objects as they are. Lists of custom resources come with their items first and metadata last. */
export class WholeObjects implements Representation {
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
export class YamlObjects extends WholeObjects {
  readonly contentType = 'application/yaml';

  single(stored: StoredObject): string {
    return stringify(stored.object, { sortMapEntries: true });
  }
}
