import { JsonSchema } from './JsonSchema';
import velero from './veleroCrds.json';

/** A column of the table that a resource is shown in. */
export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  description?: string;
  format?: string;
  priority?: number;
}

export interface CustomResourceDefinition {
  apiVersion: string;
  kind: string;
  metadata: { name: string } & Record<string, unknown>;
  spec: {
    group: string;
    scope: string;
    names: Record<string, unknown> & { plural: string; kind: string };
    versions: {
      name: string;
      served: boolean;
      storage: boolean;
      additionalPrinterColumns?: PrinterColumn[];
      schema: { openAPIV3Schema: JsonSchema };
    }[];
  };
}

/** What Velero installs: the one truth on what its objects may look like and how they are shown. */
export const customResourceDefinitions =
  velero.items as unknown as readonly CustomResourceDefinition[];
