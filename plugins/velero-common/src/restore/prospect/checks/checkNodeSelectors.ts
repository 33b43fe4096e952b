import { comesFromElsewhere } from '../../destinationOf';
import { RestoreCheck, warn } from '../../RestoreCheck';
import { modifierRemedy } from '../modifierRemedy';
import { namesPhrase } from '../namesPhrase';
import { ProspectCase } from '../ProspectCase';
import { ProspectNodeSelector } from '../RestoreProspect';

/** Nodes of another cluster may not have the labels that pods ask for; such pods wait for ever. */
export function checkNodeSelectors({
  policy,
  snapshot,
  prospect,
}: ProspectCase): RestoreCheck[] {
  const selectors = prospect.archive.value?.nodeSelectors ?? [];
  if (!snapshot.pairs.some(comesFromElsewhere)) {
    return [];
  }
  return [...new Set(selectors.flatMap(labelsOf))]
    .sort()
    .map(label =>
      warn(
        'node-selectors',
        `These pods run only on nodes with ${label}, and whether cluster '${
          snapshot.cluster.name
        }' has such nodes is not known: ${podsWith(selectors, label)}`,
        { subject: label, remedy: modifierRemedy({ policy }) },
      ),
    );
}

function labelsOf({ labels }: ProspectNodeSelector): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

function podsWith(selectors: ProspectNodeSelector[], label: string): string {
  return namesPhrase(
    selectors
      .filter(selector => labelsOf(selector).includes(label))
      .map(({ namespace, pod }) => `${namespace}/${pod}`),
  );
}
