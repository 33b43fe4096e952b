import { ResourceType } from '../ResourceType';
import { builtInColumns } from './builtInColumns';
import { customColumns } from './customColumns';
import { TableColumn } from './TableColumn';

const known = new Map<ResourceType, TableColumn[]>();

/** The columns in which kubectl shows a resource. */
export function tableColumns(type: ResourceType): TableColumn[] {
  const columns =
    known.get(type) ??
    (type.custom ? customColumns(type) : builtInColumns(type));
  known.set(type, columns);
  return columns;
}
