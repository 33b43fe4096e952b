import { countPhrase, durationPhrase } from '../../../protection/phrases';
import { countOf } from '../../kindsToRestore';
import { isProtectedNamespace } from '../../isProtectedNamespace';
import { ProspectCase } from '../ProspectCase';
import { RestoreFact } from '../RestoreFact';
import { EarlierRestore } from '../RestoreProspect';

/** How many times more, or fewer, items a restore may have that counts as similar. */
const SIMILAR = 2;

/** Items that make no difference: Velero takes a second or two for them. */
const FEW = 100;

/** How long the restore may take, by what earlier ones in the cluster took: the most alike first. */
export function factOfDuration(prospectCase: ProspectCase): RestoreFact {
  for (const [likeness, isAlike] of likenessesTo(prospectCase)) {
    const alike = prospectCase.prospect.earlier.filter(isAlike);
    if (alike.length > 0) {
      return durationOf(alike, likeness);
    }
  }
  const words =
    'Not known: no restore of these namespaces, or of a similar size, has ended in the cluster yet';
  return { id: 'duration', known: false, words };
}

type Likeness = [name: string, isAlike: (restore: EarlierRestore) => boolean];

function likenessesTo(prospectCase: ProspectCase): Likeness[] {
  const { wish, prospect, kinds } = prospectCase;
  const namespaces = setOf(sourcesOf(prospectCase));
  const items = countOf(kinds.filter(({ left }) => !left));
  const isSimilar = (restore: EarlierRestore) =>
    restore.withVolumes === (wish.volumes === 'restore') &&
    isAbout(items, restore.items);
  return [
    [
      'of the same namespaces',
      restore => isSimilar(restore) && setOf(restore.namespaces) === namespaces,
    ],
    [
      'from the same schedule and of a similar size',
      restore =>
        isSimilar(restore) &&
        prospect.schedule !== undefined &&
        restore.schedule === prospect.schedule,
    ],
    ['of a similar size in the cluster', isSimilar],
  ];
}

function sourcesOf({ wish, snapshot }: ProspectCase): string[] {
  return wish.wholeBackup === undefined
    ? wish.namespaces.map(({ source }) => source)
    : (snapshot.contents.namespaces ?? []).filter(
        name => !isProtectedNamespace(name, snapshot.cluster),
      );
}

function isAbout(items: number, others: number | undefined): boolean {
  return (
    others !== undefined &&
    (Math.abs(others - items) <= FEW ||
      (others <= items * SIMILAR && others >= items / SIMILAR))
  );
}

function durationOf(alike: EarlierRestore[], likeness: string): RestoreFact {
  const seconds = medianOf(alike.map(restore => restore.seconds));
  const length = seconds < 60 ? 'Less than a minute' : about(seconds);
  return {
    id: 'duration',
    known: true,
    words: `${length}: the median of ${countPhrase(
      alike.length,
      'restore',
    )} ${likeness}`,
    seconds,
  };
}

function about(seconds: number): string {
  return `About ${durationPhrase(seconds)}`;
}

function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function setOf(names: string[]): string {
  return JSON.stringify([...new Set(names)].sort());
}
