import { isRecord } from '../KubernetesObject';
import { checkSchema } from './checkSchema';
import { customResourceDefinitions } from './customResourceDefinitions';
import { pruneUnknown } from './pruneUnknown';

/**
 * Says what an API server with `fieldValidation=Strict` would refuse in an object of Velero, by the schemas that Velero
 * installs.
 */
export function veleroObjectProblems(object: unknown): string[] {
  const { apiVersion, kind } = isRecord(object) ? object : { apiVersion: '' };
  const definition = customResourceDefinitions.find(
    ({ spec }) =>
      spec.names.kind === kind &&
      spec.versions.some(({ name }) => `${spec.group}/${name}` === apiVersion),
  );
  if (!definition || !isRecord(object)) {
    return [`Velero has no ${String(apiVersion)} ${String(kind)}`];
  }
  const schema = definition.spec.versions[0].schema.openAPIV3Schema;
  const { metadata: _metadata, ...body } = object;
  const { unknown } = pruneUnknown(schema, body);
  return [
    ...unknown.map(path => `unknown field ${path}`),
    ...checkSchema(schema, body, '').map(
      ({ field, message }) => `${field}: ${message}`,
    ),
  ];
}
