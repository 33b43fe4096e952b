import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { destinationKindOf, destinationRuleOf } from '../destinationOf';
import { isProtectedNamespace } from '../isProtectedNamespace';
import { SnapshotPair } from '../RestoreSnapshot';

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Each pair goes where the requester may have something made, and nowhere twice. */
export function checkTargets(restoreCase: RestoreCase): RestoreCheck[] {
  return restoreCase.snapshot.pairs.map(
    pair =>
      nameProblem(restoreCase, pair) ??
      pairingProblem(restoreCase, pair) ??
      placeFinding(restoreCase, pair),
  );
}

function nameProblem(
  { snapshot }: RestoreCase,
  { target: { name } }: SnapshotPair,
): RestoreCheck | undefined {
  if (!NAME.test(name)) {
    return stop(
      'target',
      `'${name}' is no name of a namespace`,
      'Use up to 63 small letters, digits and hyphens, with a letter or digit at both ends',
      name,
    );
  }
  return isProtectedNamespace(name, snapshot.cluster)
    ? stop(
        'target',
        `Namespace '${name}' belongs to the cluster itself`,
        'Choose another name',
        name,
      )
    : undefined;
}

/** Two in one would mix; what is written to and read from at once would depend on the order. */
function pairingProblem(
  { snapshot: { pairs } }: RestoreCase,
  { source, target: { name } }: SnapshotPair,
): RestoreCheck | undefined {
  if (pairs.filter(pair => pair.source === source).length > 1) {
    return stop(
      'target',
      `Namespace '${source}' would be restored to several places`,
      'Ask for each place in a request of its own',
      name,
    );
  }
  if (pairs.filter(pair => pair.target.name === name).length > 1) {
    return stop(
      'target',
      `Several namespaces would be restored to '${name}'`,
      'Give each a namespace of its own',
      name,
    );
  }
  return source !== name && pairs.some(pair => pair.source === name)
    ? stop(
        'target',
        `'${name}' would be restored to and from at the same time`,
        'Ask for them one after the other',
        name,
      )
    : undefined;
}

function placeFinding(
  restoreCase: RestoreCase,
  pair: SnapshotPair,
): RestoreCheck {
  const { wish, policy, snapshot } = restoreCase;
  const { target } = pair;
  const isNew = destinationKindOf(pair) === 'newNamespace';
  const rule = destinationRuleOf(policy, pair);
  // Nobody chooses the name of a scratch namespace, so no permission can be about it.
  const isAllowed = target.proven || (isNew && wish.drill);
  // One answer for what is another's and for what would be new under a name that is not allowed.
  if (!isAllowed || (isNew && !rule)) {
    return stop(
      'target',
      `Namespace '${target.name}' of cluster '${snapshot.cluster.name}' is neither proven to be yours nor a new one that the policy lets you have`,
      namesHint(restoreCase, pair),
      target.name,
    );
  }
  if (!rule) {
    return stop(
      'target',
      `The policy does not let you restore over namespace '${target.name}'`,
      namesHint(restoreCase, pair),
      target.name,
    );
  }
  return isNew
    ? ok('target', `Namespace '${target.name}' will be new`, target.name)
    : thereFinding(pair);
}

function thereFinding({ target }: SnapshotPair): RestoreCheck {
  return target.terminating
    ? stop(
        'target',
        `Namespace '${target.name}' is being deleted`,
        'Wait until it is gone; what keeps it may be a finalizer',
        target.name,
      )
    : warn('target', `Namespace '${target.name}' is there already`, {
        subject: target.name,
      });
}

function namesHint({ policy }: RestoreCase, { source }: SnapshotPair): string {
  const names = policy.destinations.newNamespace?.names ?? [];
  return names.length > 0
    ? `New namespaces may be called: ${names
        .map(name => name.replaceAll('{namespace}', source))
        .join(', ')}`
    : 'The policy allows no new namespaces; choose one of yours';
}
