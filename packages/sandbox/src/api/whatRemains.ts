import { ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';

interface Contained {
  contained: ResourceType;
  item: StoredObject;
}

interface Condition {
  type: string;
  status: 'True' | 'False';
  lastTransitionTime: string;
  reason: string;
  message: string;
}

/** The conditions in which the controller of namespaces says what keeps one that is being removed. */
export function whatRemains(
  contents: Contained[],
  lastTransitionTime: string,
): Condition[] {
  const resources = countBy(contents, ({ contained }) => [
    `${contained.plural}.${contained.group}`,
  ]);
  const finalizers = countBy(
    contents,
    ({ item }) => item.object.metadata.finalizers ?? [],
  );
  const condition = (
    type: string,
    [status, reason, message]: ['True' | 'False', string, string],
  ): Condition => ({ type, status, lastTransitionTime, reason, message });
  return [
    condition('NamespaceDeletionDiscoveryFailure', [
      'False',
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ]),
    condition('NamespaceDeletionGroupVersionParsingFailure', [
      'False',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ]),
    condition('NamespaceDeletionContentFailure', [
      'False',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ]),
    condition(
      'NamespaceContentRemaining',
      resources.length > 0
        ? [
            'True',
            'SomeResourcesRemain',
            `Some resources are remaining: ${resources
              .map(([name, count]) => `${name} has ${count} resource instances`)
              .join(', ')}`,
          ]
        : ['False', 'ContentRemoved', 'All content successfully removed'],
    ),
    condition(
      'NamespaceFinalizersRemaining',
      finalizers.length > 0
        ? [
            'True',
            'SomeFinalizersRemain',
            `Some content in the namespace has finalizers remaining: ${finalizers
              .map(([name, count]) => `${name} in ${count} resource instances`)
              .join(', ')}`,
          ]
        : [
            'False',
            'ContentHasNoFinalizers',
            'All content-preserving finalizers finished',
          ],
    ),
  ];
}

function countBy(
  contents: Contained[],
  keysOf: (contained: Contained) => string[],
): Array<[string, number]> {
  const counts = new Map<string, number>();
  for (const key of contents.flatMap(keysOf)) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
