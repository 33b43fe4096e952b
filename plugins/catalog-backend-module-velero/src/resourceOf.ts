import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';

/** The catalog wants to know where an entity comes from. */
const ORIGIN = 'velero:tenants';

/** Makes a Resource of the catalog. */
export function resourceOf(options: {
  name: string;
  title: string;
  description: string;
  type: string;
  owner: string;
  dependsOn?: string[];
  annotations: Record<string, string | undefined>;
}): Entity {
  const { name, title, description, annotations, ...spec } = options;
  const known = Object.entries(annotations).filter(([, value]) => value);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      title,
      description,
      annotations: {
        [ANNOTATION_LOCATION]: ORIGIN,
        [ANNOTATION_ORIGIN_LOCATION]: ORIGIN,
        ...(Object.fromEntries(known) as Record<string, string>),
      },
    },
    spec,
  };
}

/** The owner, in the catalog or not, unless the catalog could not read it: it would refuse the entity. */
export function readableOwner(owner: string, defaultOwner: string): string {
  try {
    parseEntityRef(owner, { defaultKind: 'group' });
    return owner;
  } catch {
    return defaultOwner;
  }
}
