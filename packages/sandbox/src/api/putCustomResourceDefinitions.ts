import { Clock } from '../clock/Clock';
import { DirectObjects } from './DirectObjects';
import { customResourceDefinitions } from './schema/customResourceDefinitions';

/** Puts in the definitions of Velero's kinds, established. */
export function putCustomResourceDefinitions(
  objects: DirectObjects,
  clock: Clock,
) {
  const time = clock.timestamp();
  for (const { metadata, spec } of customResourceDefinitions) {
    const names = { listKind: `${spec.names.kind}List`, ...spec.names };
    objects.put('customresourcedefinitions', {
      metadata,
      spec: { ...spec, names, conversion: { strategy: 'None' } },
      status: {
        conditions: [
          condition('NamesAccepted', 'NoConflicts', 'no conflicts found', time),
          condition(
            'Established',
            'InitialNamesAccepted',
            'the initial names have been accepted',
            time,
          ),
        ],
        acceptedNames: names,
        storedVersions: spec.versions
          .filter(({ storage }) => storage)
          .map(({ name }) => name),
      },
    });
  }
}

function condition(
  type: string,
  reason: string,
  message: string,
  lastTransitionTime: string,
) {
  return { type, status: 'True', lastTransitionTime, reason, message };
}
