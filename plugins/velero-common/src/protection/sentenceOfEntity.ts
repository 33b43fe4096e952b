import { NamespaceProtection, ProtectionResponse } from '../api/protection';
import { capital, numberWord } from './phrases';
import { sentenceOfReason } from './sentenceOfReason';
import { copySentence, STATE_WORDS } from './sentenceOfNamespace';

type Verdict = Omit<ProtectionResponse, 'sentence' | 'namespaces' | 'clusters'>;

/** What a namespace "is", by the reason that decides; what is not listed is said by its state. */
const PREDICATES: Partial<Record<string, [one: string, many: string]>> = {
  'by-label': ['is only backed up by label', 'are only backed up by label'],
  'only-kinds': ['is only backed up in part', 'are only backed up in part'],
  'without-kinds': ['is only backed up in part', 'are only backed up in part'],
  'volumes-off': [
    'is backed up without its volumes',
    'are backed up without their volumes',
  ],
  'volumes-unreachable': [
    'is backed up without its volumes',
    'are backed up without their volumes',
  ],
  'never-ran': ['has not been backed up yet', 'have not been backed up yet'],
  'under-way': ['has not been backed up yet', 'have not been backed up yet'],
  'not-proven': ['is not confirmed', 'are not confirmed'],
  paused: ['has its schedule paused', 'have their schedule paused'],
};

const STATE_PREDICATES: Record<string, [one: string, many: string]> = {
  late: [
    'has no copy that is young enough',
    'have no copy that is young enough',
  ],
  failing: ['has failing backups', 'have failing backups'],
  partial: ['is only backed up in part', 'are only backed up in part'],
  unprotected: ['is not backed up', 'are not backed up'],
  unknown: ['cannot be judged', 'cannot be judged'],
};

/** Says in plain English how an entity is protected. */
export function sentenceOfEntity(options: {
  verdict: Verdict;
  namespaces: NamespaceProtection[];
  now: Date;
}): string {
  const { verdict, namespaces, now } = options;
  if (namespaces.length === 1) {
    return namespaces[0].sentence;
  }
  const head = `${STATE_WORDS[verdict.state]}.`;
  if (namespaces.length === 0) {
    return `${head} ${sentenceOfReason(verdict.reason)}`;
  }
  const copy = verdict.lastGoodCopy ? ` ${copySentence(verdict, now)}` : '';
  return [`${head}${copy}`, ...shortcomings(namespaces)].join(' ');
}

/** One sentence for the namespaces that share a shortcoming. */
function shortcomings(namespaces: NamespaceProtection[]): string[] {
  const groups = new Map<string, { count: number; predicate: string[] }>();
  for (const { state, reason } of namespaces) {
    if (state !== 'protected') {
      const predicate = PREDICATES[reason.code] ?? STATE_PREDICATES[state];
      const group = groups.get(predicate[0]) ?? { count: 0, predicate };
      groups.set(predicate[0], { ...group, count: group.count + 1 });
    }
  }
  return [...groups.values()].map(({ count, predicate: [one, many] }) => {
    const subject = subjectOf(count, namespaces.length);
    return `${capital(subject)} ${count === 1 ? one : many}.`;
  });
}

function subjectOf(count: number, total: number): string {
  if (count < total) {
    return `${numberWord(count)} of your ${numberWord(total)} namespaces`;
  }
  return total === 2
    ? 'both of your namespaces'
    : `all of your ${numberWord(total)} namespaces`;
}
