import {
  NamespaceClaim,
  TenantNamespaces,
  UnavailableNamespace,
  veleroTenantOnboardPermission,
} from 'backstage-plugin-velero-common';
import { OwnedNamespace } from '../store/NamespaceStore';
import { howToProve } from './howToProve';
import { Reader } from './NamespaceOwnership';

/** Namespaces of one cluster that are named although they cannot be chosen. */
const MAXIMUM_UNAVAILABLE = 100;

/** The namespaces of a cluster, as they stand to an owner and a reader. */
export interface NamespaceReading {
  cluster: string;
  all: OwnedNamespace[];
  /** Those of them that are the owner's, who is the reader's. */
  proven: OwnedNamespace[];
  /** Those of the proven ones that the policy lets the reader onboard. */
  allowed: OwnedNamespace[];
}

export interface NamespaceQuestion {
  /** Full reference. */
  owner: string;
  reader: Reader;
  /** By entities of the owner that the reader sees. */
  claimed: { claims: NamespaceClaim[]; isCut: boolean };
}

/** What is offered of a cluster. */
export type NamespaceOffer = Pick<
  TenantNamespaces,
  'namespaces' | 'unavailable' | 'isCut' | 'others'
>;

/**
 * Tells of each cluster what can be chosen, and what cannot and why. A name is told only to those who know it anyway:
 * from the catalog, where an entity of the owner claims it, or because the namespace is theirs. What a claim is answered
 * by follows from the claim alone, never from what the cluster holds.
 */
export function offerNamespaces(
  options: NamespaceQuestion & { readings: NamespaceReading[] },
): NamespaceOffer[] {
  const { readings, claimed } = options;
  const provenSomewhere = new Set(
    readings.flatMap(({ proven }) => proven.map(({ namespace }) => namespace)),
  );
  return readings.map(reading => {
    const names = claimed.claims
      .filter(({ cluster, namespace }) =>
        // Where one cluster proves a claim to any cluster, it is that cluster's.
        cluster ? cluster === reading.cluster : !provenSomewhere.has(namespace),
      )
      .map(({ namespace }) => namespace);
    return offerOf(reading, new Set(names), options);
  });
}

function offerOf(
  reading: NamespaceReading,
  claims: Set<string>,
  question: NamespaceQuestion,
): NamespaceOffer {
  const { all, allowed } = reading;
  const there = unavailableOf(reading, question);
  const known = new Set([...allowed, ...there].map(nameOf));
  const claimed = [...claims]
    .filter(name => !known.has(name))
    .map(name => unproven(reading.cluster, name, question));
  const unavailable = [...claimed, ...there];
  const shown = unavailable.slice(0, MAXIMUM_UNAVAILABLE);
  const shownThere = Math.max(0, shown.length - claimed.length);
  return {
    namespaces: allowed.map(nameOf).sort(),
    unavailable: shown,
    isCut: question.claimed.isCut || shown.length < unavailable.length,
    others: all.length - allowed.length - shownThere,
  };
}

/** Of what is there and cannot be chosen, what the reader may know of. */
function unavailableOf(
  { cluster, all, proven, allowed }: NamespaceReading,
  question: NamespaceQuestion,
): UnavailableNamespace[] {
  const { administrator, ownershipRefs } = question.reader;
  const [chosen, theirs] = [new Set(allowed), new Set(proven)];
  return all.flatMap(namespace => {
    const { namespace: name, owners } = namespace;
    const known = administrator
      ? owners
      : owners.filter(owner => ownershipRefs.includes(owner));
    if (chosen.has(namespace)) {
      return [];
    }
    if (theirs.has(namespace)) {
      return [notAllowed(name)];
    }
    if (known.length > 0) {
      return [ofOthers(name, known)];
    }
    return administrator ? [unproven(cluster, name, question)] : [];
  });
}

function nameOf({ namespace }: { namespace: string }): string {
  return namespace;
}

function notAllowed(namespace: string): UnavailableNamespace {
  return {
    namespace,
    reason: 'not-allowed',
    message: `You lack the permission ${veleroTenantOnboardPermission.name} here`,
  };
}

function ofOthers(namespace: string, owners: string[]): UnavailableNamespace {
  const message = `It is proven to be of ${owners.join(', ')}`;
  return { namespace, reason: 'other-owner', message, owners };
}

function unproven(
  cluster: string,
  namespace: string,
  { owner, reader }: NamespaceQuestion,
): UnavailableNamespace {
  if (!reader.administrator && !reader.ownershipRefs.includes(owner)) {
    const message = `An entity of ${owner} claims it, and you are not of that owner`;
    return { namespace, reason: 'not-member', message };
  }
  const line = howToProve({ cluster, namespace }, [owner]);
  return {
    namespace,
    reason: 'not-proven',
    message: `The cluster does not confirm that it is of ${owner}. An administrator of the cluster proves it: ${line}`,
    howToProve: line,
  };
}
