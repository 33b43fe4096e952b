import {
  BackupKey,
  BackupSummary,
  RestorePair,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { newRequestId } from '../../../api/newRequestId';
import { readLabels, writeLabels } from '../../../format/labelsText';

/** Into a namespace of another name, or over the one that the backup was made of. */
export type RestorePlace = 'new' | 'same';

/** What has been filled in so far; what is absent follows from the restore point. */
export interface RestoreDraft {
  /** Stays as it is, so that sending it again makes no second request. */
  key: string;
  /** As the cluster has it that is restored in. */
  backup?: BackupKey;
  /** All that is in it. */
  whole: boolean;
  /** Namespaces as they are named in the backup; all of the reader's when absent. */
  sources?: string[];
  place: RestorePlace;
  /** Names that were typed, by the namespace in the backup. */
  targets: Record<string, string>;
  volumes: RestoreWish['volumes'];
  existing: RestoreWish['existing'];
  /** All that the policy lets when absent. */
  kinds?: string[];
  /** As kubectl has them. */
  labels: string;
  modifier?: string;
  reason: string;
  ticket: string;
  /** What was typed to confirm that a whole backup is meant. */
  confirmation: string;
}

export function emptyDraft(backup?: BackupKey): RestoreDraft {
  return {
    key: newRequestId(),
    ...(backup && { backup }),
    whole: false,
    place: 'new',
    targets: {},
    volumes: 'restore',
    existing: 'none',
    labels: '',
    reason: '',
    ticket: '',
    confirmation: '',
  };
}

/** The draft that would ask for the same again. Names that were proposed are proposed anew: the old ones are taken. */
export function draftOf(wish: RestoreWish): RestoreDraft {
  const { namespaces, wholeBackup, labels, kinds, modifier } = wish;
  const isInPlace = namespaces.every(({ source, target }) => source === target);
  return {
    ...emptyDraft(wish.backup),
    whole: wholeBackup !== undefined,
    ...(namespaces.length > 0 && {
      sources: namespaces.map(({ source }) => source),
    }),
    place: namespaces.length > 0 && isInPlace ? 'same' : 'new',
    targets: isInPlace ? {} : typedTargets(namespaces),
    volumes: wish.volumes,
    existing: wish.existing,
    ...(kinds && { kinds }),
    labels: writeLabels(labels),
    ...(modifier && { modifier }),
    reason: wish.reason,
    ticket: wish.ticket ?? '',
  };
}

function typedTargets(pairs: RestorePair[]): Record<string, string> {
  return Object.fromEntries(
    pairs
      .filter(({ source, target }) => !isProposal(source, target))
      .map(({ source, target }) => [source, target]),
  );
}

function isProposal(source: string, target: string): boolean {
  const start = `${source}-restore-`;
  return target.startsWith(start) && /^\d+$/.test(target.slice(start.length));
}

/** A name for a new namespace that nobody has used so far, in the form that the built-in policy allows. */
export function proposeTarget(source: string, used: string[]): string {
  let number = 1;
  while (used.includes(`${source}-restore-${number}`)) {
    number += 1;
  }
  return `${source}-restore-${number}`;
}

/** The names that go with a draft which was sent: sent again, it has to say the same. */
export function sentTargets(
  { place, targets }: RestoreDraft,
  { namespaces }: RestoreWish,
): RestoreDraft['targets'] {
  return place === 'same'
    ? targets
    : Object.fromEntries(
        namespaces.map(({ source, target }) => [source, target]),
      );
}

/** Namespaces in the backup that are to be restored. */
export function sourcesOf(draft: RestoreDraft, point: BackupSummary): string[] {
  const { sources } = draft;
  return sources
    ? point.namespaces.filter(namespace => sources.includes(namespace))
    : point.namespaces;
}

/**
 * What the draft asks for.
 *
 * @param used - names of namespaces that are not to be proposed
 */
export function wishOf(
  draft: RestoreDraft,
  point: BackupSummary,
  used: string[],
): RestoreWish {
  const { cluster, veleroNamespace, name } = point;
  const { whole, kinds, modifier, ticket } = draft;
  const labels = draft.labels === '' ? undefined : readLabels(draft.labels);
  return {
    backup: { cluster, veleroNamespace, name },
    namespaces: whole
      ? []
      : sourcesOf(draft, point).map(source => ({
          source,
          target: targetOf(draft, source, used),
        })),
    ...(whole && { wholeBackup: name }),
    volumes: draft.volumes,
    existing: draft.existing,
    ...(kinds && { kinds }),
    ...(labels && { labels }),
    ...(modifier && { modifier }),
    reason: draft.reason.trim(),
    ...(ticket.trim() && { ticket: ticket.trim() }),
  };
}

function targetOf(draft: RestoreDraft, source: string, used: string[]): string {
  return draft.place === 'same'
    ? source
    : draft.targets[source]?.trim() ?? proposeTarget(source, used);
}
