import { StoredObject } from '../api/StoredObject';
import { Page } from '../api/selectPage';
import { TableColumn } from '../api/tables/TableColumn';
import { tableColumns } from '../api/tables/tableColumns';
import {
  listMetadata,
  partialObject,
  Representation,
  RepresentationOptions,
} from './Representation';

/** Objects as rows of a table, which is how kubectl asks for them. */
export class TableRepresentation implements Representation {
  readonly contentType = 'application/json';
  readonly #options: RepresentationOptions;
  readonly #columns: TableColumn[];
  #columnsSent = false;

  constructor(options: RepresentationOptions) {
    this.#options = options;
    this.#columns = tableColumns(options.type);
  }

  single(stored: StoredObject): string {
    const resourceVersion = String(stored.revision);
    const head = this.#head({ resourceVersion }, this.#definitions());
    return `${head}${this.item(stored)}]}`;
  }

  frame(page: Page): [string, string] {
    return [this.#head(listMetadata(page), this.#definitions()), ']}'];
  }

  item({ object }: StoredObject): string {
    const { includeObject, now } = this.#options;
    const time = now();
    const cells = this.#columns.map(({ cell }) => cell(object, time));
    if (includeObject === 'None') {
      return JSON.stringify({ cells, object: null });
    }
    const shown = includeObject === 'Object' ? object : partialObject(object);
    return JSON.stringify({ cells, object: shown });
  }

  event(stored: StoredObject): string {
    const resourceVersion = String(stored.revision);
    const head = this.#head({ resourceVersion }, this.#nextDefinitions());
    return `${head}${this.item(stored)}]}`;
  }

  bookmark(metadata: Record<string, unknown>): string {
    const row = {
      cells: this.#columns.map((_, index) => (index === 0 ? '' : null)),
      object: {
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
      },
    };
    const { resourceVersion } = metadata;
    const head = this.#head({ resourceVersion }, this.#nextDefinitions());
    return `${head}${JSON.stringify(row)}]}`;
  }

  #head(metadata: Record<string, unknown>, definitions: unknown): string {
    const table = {
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      metadata,
      columnDefinitions: definitions,
    };
    return `${JSON.stringify(table).slice(0, -1)},"rows":[`;
  }

  #definitions() {
    return this.#columns.map(({ definition }) => definition);
  }

  #nextDefinitions() {
    const definitions = this.#columnsSent ? null : this.#definitions();
    this.#columnsSent = true;
    return definitions;
  }
}
