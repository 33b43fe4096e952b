import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';

/** Provides the entities of one YAML file. */
export class DemoOrgProvider implements EntityProvider {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  getProviderName(): string {
    return 'demo-org';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const entities = await this.#readEntities();
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity: withLocation(entity, `file:${this.#file}`),
        locationKey: this.getProviderName(),
      })),
    });
  }

  async #readEntities(): Promise<Entity[]> {
    const documents = parseAllDocuments(await readFile(this.#file, 'utf8'));
    return documents.map(document => document.toJS());
  }
}

function withLocation(entity: Entity, location: string): Entity {
  const annotations = {
    ...entity.metadata.annotations,
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
