import {
  VeleroClusterDefinition,
  VeleroClusterSource,
} from 'backstage-plugin-velero-node';

/** Clusters that stand in the configuration, which is read once. */
export class ConfigClusterSource implements VeleroClusterSource {
  readonly id: string;
  readonly #clusters: VeleroClusterDefinition[];

  constructor(options: { id: string; clusters: VeleroClusterDefinition[] }) {
    this.id = options.id;
    this.#clusters = options.clusters;
  }

  async listClusters(): Promise<VeleroClusterDefinition[]> {
    return this.#clusters;
  }
}
