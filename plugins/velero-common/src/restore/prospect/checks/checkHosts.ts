import { destinationKindOf } from '../../destinationOf';
import { RestoreCheck, warn } from '../../RestoreCheck';
import { modifierRemedy } from '../modifierRemedy';
import { namesPhrase } from '../namesPhrase';
import { notReadRemedy } from '../notReadRemedy';
import { ProspectCase } from '../ProspectCase';
import { restoresKind } from '../restoresKind';
import { ProspectHosts } from '../RestoreProspect';

const ID = 'hosts';

/** Kinds that take host names for themselves. */
export const HOST_KINDS = [
  'ingresses.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io',
  'routes.route.openshift.io',
];

/** Beside the original a copy takes the same host names, and who gets the traffic depends on the controller. */
export function checkHosts(prospectCase: ProspectCase): RestoreCheck[] {
  const { snapshot, prospect } = prospectCase;
  const kinds = HOST_KINDS.filter(kind => restoresKind(prospectCase, kind));
  const copied = snapshot.pairs.filter(
    pair => destinationKindOf(pair) !== 'sameNamespace',
  );
  if (kinds.length === 0 || copied.length === 0) {
    return [];
  }
  const { archive } = prospect;
  if (!archive.value) {
    return [
      warn(
        ID,
        `It is not known which host names would be taken a second time: ${archive.problem}`,
        { remedy: notReadRemedy(archive) },
      ),
    ];
  }
  const sources = copied.map(({ source }) => source);
  return archive.value.hosts
    .filter(
      ({ namespace, resource, hosts }) =>
        sources.includes(namespace) &&
        kinds.includes(resource) &&
        hosts.length > 0,
    )
    .map(object => hostsFinding(prospectCase, object));
}

function hostsFinding(
  prospectCase: ProspectCase,
  { namespace, name, resource, hosts }: ProspectHosts,
): RestoreCheck {
  return warn(
    ID,
    `${namesPhrase(
      hosts,
    )} would be taken twice while the original is there: by ${resource} '${name}' of namespace '${namespace}' and by its copy`,
    {
      subject: `${namespace}/${name}`,
      remedy: `Leave out ${resource}. ${modifierRemedy(prospectCase)}`,
    },
  );
}
