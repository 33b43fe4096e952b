import { quoted } from '../../input/Finding';
import { StrictReader } from '../../input/StrictReader';
import { defaultRestorePolicy } from './defaultRestorePolicy';
import { normalizedRef } from './normalizedRef';
import {
  ApprovalRule,
  DestinationRule,
  RestoreDestinations,
} from './RestorePolicy';

const MAXIMUM_RULES = 10;
const MAXIMUM_ENTRIES = 50;

const APPROVER = /^(owner|platform|(group|user):[^/\s:]+\/[^/\s:]+)$/;

const usual = defaultRestorePolicy.destinations;

/** What is not written down is not allowed. */
export function readDestinations(reader: StrictReader): RestoreDestinations {
  const places = {
    newNamespace: reader.below('newNamespace', below => ({
      names: below.texts('names', MAXIMUM_ENTRIES) ?? usual.newNamespace!.names,
      ...readDestinationRule(below, usual.newNamespace!.approvals),
    })),
    sameNamespace: placeOf(reader, 'sameNamespace'),
    otherNamespace: placeOf(reader, 'otherNamespace'),
    otherClusters: reader.below('otherClusters', below => ({
      clusters:
        below.texts('clusters', MAXIMUM_ENTRIES) ??
        usual.otherClusters!.clusters,
      ...readDestinationRule(below, usual.otherClusters!.approvals),
    })),
    wholeBackup: placeOf(reader, 'wholeBackup'),
  };
  return Object.fromEntries(
    Object.entries(places).filter(([, rule]) => rule !== undefined),
  );
}

/** Approvals that nobody wrote down are those of the default policy. */
export function readDestinationRule(
  reader: StrictReader,
  usualApprovals: ApprovalRule[],
): DestinationRule {
  const approvals = reader.list('approvals', MAXIMUM_RULES, (item, path) => {
    const below = reader.at(item, path);
    return below.done(readApproval(below));
  });
  return { approvals: approvals ?? usualApprovals };
}

function placeOf(
  reader: StrictReader,
  key: 'sameNamespace' | 'otherNamespace' | 'wholeBackup',
): DestinationRule | undefined {
  return reader.below(key, below =>
    readDestinationRule(below, usual[key]!.approvals),
  );
}

function readApproval(reader: StrictReader): ApprovalRule {
  const from = (reader.texts('from', MAXIMUM_ENTRIES) ?? []).map(normalizedRef);
  const path = reader.pathOf('from');
  if (from.length === 0) {
    reader.refuse(
      'missing',
      path,
      `${path} names nobody`,
      "Name 'owner', 'platform', or groups and users by their full references",
    );
  }
  for (const who of from.filter(text => !APPROVER.test(text))) {
    reader.refuse(
      'not-allowed',
      path,
      `${quoted(who)} is nobody who could approve`,
      "Name 'owner', 'platform', or a reference like 'group:default/platform'",
    );
  }
  return { from, count: reader.count('count') ?? 1 };
}
