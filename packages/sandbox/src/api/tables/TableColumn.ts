import { KubernetesObject } from '../KubernetesObject';

/** A column of the tables that an API server makes for kubectl. */
export interface TableColumn {
  definition: {
    name: string;
    type: string;
    format: string;
    description: string;
    priority: number;
  };
  cell: (object: KubernetesObject, now: Date) => unknown;
}

export function column(
  name: string,
  cell: TableColumn['cell'],
  more: Partial<TableColumn['definition']> = {},
): TableColumn {
  return {
    definition: {
      name,
      type: 'string',
      format: '',
      description: '',
      priority: 0,
      ...more,
    },
    cell,
  };
}

export const NAME_COLUMN = column('Name', ({ metadata }) => metadata.name, {
  format: 'name',
  description:
    'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names',
});

export const CREATION_DESCRIPTION =
  'CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed to be set in happens-before order across separate operations. Clients may not set this value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata';
