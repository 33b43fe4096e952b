import { VeleroClusterDefinition } from 'backstage-plugin-velero-node';

/** What a source answered last. */
export interface SourceAnswer {
  source: string;
  definitions: VeleroClusterDefinition[];
}

export interface MergedDefinition {
  source: string;
  definition: VeleroClusterDefinition;
  /** What is wrong with the set of definitions, in words. */
  problem?: string;
}

export interface MergedDefinitions {
  /** One for each name. */
  clusters: MergedDefinition[];
  /** For operators. */
  complaints: string[];
}

/** Joins what the sources know. Of clusters with the same name the first wins, and says so. */
export function mergeDefinitions(answers: SourceAnswer[]): MergedDefinitions {
  const byName = new Map<string, MergedDefinition>();
  const complaints: string[] = [];
  for (const { source, definitions } of answers) {
    for (const definition of definitions) {
      const { name } = definition;
      const first = byName.get(name);
      if (typeof name !== 'string' || !name.trim()) {
        complaints.push(`A cluster of '${source}' is ignored: it has no name`);
      } else if (first) {
        first.problem = `'${name}' is configured more than once: that of '${first.source}' is used, another one of '${source}' is ignored`;
        complaints.push(`Cluster ${first.problem}`);
      } else {
        byName.set(name, { source, definition });
      }
    }
  }
  return { clusters: [...byName.values()], complaints };
}
