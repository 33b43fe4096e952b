import { isRecord, KubernetesObject } from '../KubernetesObject';
import { ResourceType } from '../ResourceType';
import {
  customResourceDefinitions,
  PrinterColumn,
} from '../schema/customResourceDefinitions';
import { ageOf } from './humanDuration';
import {
  column,
  CREATION_DESCRIPTION,
  NAME_COLUMN,
  TableColumn,
} from './TableColumn';

const AGE: PrinterColumn = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
  description: CREATION_DESCRIPTION,
};

/** The name and what the CustomResourceDefinition asks for; the age where it asks for nothing. */
export function customColumns(type: ResourceType): TableColumn[] {
  const crd = customResourceDefinitions.find(
    ({ spec }) =>
      spec.group === type.group && spec.names.plural === type.plural,
  );
  const version = crd?.spec.versions.find(({ name }) => name === type.version);
  const columns = version?.additionalPrinterColumns ?? [AGE];
  return [NAME_COLUMN, ...columns.map(toColumn)];
}

function toColumn(printed: PrinterColumn): TableColumn {
  const { name, type, jsonPath, format = '', priority = 0 } = printed;
  const description =
    printed.description ||
    `Custom resource definition column (in JSONPath format): ${jsonPath}`;
  const path = jsonPath.split('.').slice(1);
  return column(
    name,
    (object, now) => cellOf(type, valueAt(object, path), now),
    {
      type,
      format,
      description,
      priority,
    },
  );
}

function valueAt(object: KubernetesObject, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    object,
  );
}

function cellOf(type: string, value: unknown, now: Date): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  if (type === 'date') {
    return ageOf(value, now);
  }
  return type === 'string' ? String(value) : value;
}
