import { PlannedFieldChange } from 'backstage-plugin-velero-common';
import {
  KubernetesObject,
  ManagedResource,
} from '../../clusters/ClusterConnection';
import { mergePatch } from './mergePatch';
import { contentOf } from './objectContent';
import { ownValue } from './ownValue';
import { ObjectContent } from './StepRecord';

/** What would be another in an object that is there, field by field; nothing when it is as wanted. */
export function fieldChanges(
  live: KubernetesObject,
  wanted: { resource: ManagedResource; content: ObjectContent },
): PlannedFieldChange[] {
  const before = contentOf(live, wanted);
  const { content } = wanted;
  return fieldsOf(mergePatch({ ...before }, { ...content }), before, content);
}

/** The leaves of a patch, with what they were and will be. */
function fieldsOf(
  patch: unknown,
  before: unknown,
  after: unknown,
  path: string[] = [],
): PlannedFieldChange[] {
  if (isObject(patch) && isObject(before) && isObject(after)) {
    return Object.keys(patch).flatMap(key =>
      fieldsOf(patch[key], ownValue(before, key), ownValue(after, key), [
        ...path,
        key,
      ]),
    );
  }
  return [
    {
      path: path.join('.'),
      ...(before !== undefined && { before: JSON.stringify(before) }),
      ...(after !== undefined && { after: JSON.stringify(after) }),
    },
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
