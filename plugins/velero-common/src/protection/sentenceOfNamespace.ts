import { ProtectionState, ProtectionVerdict } from '../api/protection';
import { Judgement } from './judgeNamespace';
import { agePhrase, exactPhrase, timePhrase } from './phrases';
import { sentenceOfReason } from './sentenceOfReason';

type Facts = Omit<ProtectionVerdict, 'sentence'>;

export const STATE_WORDS: Record<ProtectionState, string> = {
  protected: 'Protected',
  late: 'Late',
  failing: 'Failing',
  partial: 'Partly protected',
  unprotected: 'Not protected',
  unknown: 'Unknown',
};

/** Says in plain English how a namespace is protected. */
export function sentenceOfNamespace(options: {
  verdict: Facts;
  /** What the data says, whether it can be trusted or not. */
  known: Judgement;
  now: Date;
}): string {
  const { verdict, known, now } = options;
  const { state, reason } = verdict;
  const head = `${STATE_WORDS[state]}.`;
  const why = sentenceOfReason(reason);
  const copy = copySentence(verdict);
  switch (state) {
    case 'protected':
      return `${head} ${copySentence(verdict, now)}${byHand(verdict)}`;
    case 'partial':
      return `${head} ${copySentence(verdict, now)} ${why}`;
    case 'late':
      return `${head} ${lateSentence(verdict)}${whyLate(known)}${next(
        verdict,
        now,
      )}`;
    case 'unknown':
      return `${head} ${why} ${knownSentence(known, copy)}`;
    case 'failing':
      return `${head} ${why} ${copy}`;
    default:
      return `${head} ${why}${verdict.lastGoodCopy ? ` ${copy}` : ''}${next(
        verdict,
        now,
      )}`;
  }
}

/** The last good copy, with the next run when the time is given. */
export function copySentence(
  { lastGoodCopy, ageSeconds = 0, nextRun }: Partial<Facts>,
  now?: Date,
): string {
  if (!lastGoodCopy) {
    return 'There is no good copy.';
  }
  const ending = now && nextRun ? `, next ${timePhrase(nextRun.at, now)}` : '';
  return `Last good copy ${agePhrase(ageSeconds)}${ending}.`;
}

function byHand({ nextRun }: Facts): string {
  return nextRun ? '' : ' No schedule makes the next one.';
}

function lateSentence(verdict: Facts): string {
  const { lastGoodCopy, ageSeconds = 0, target } = verdict;
  if (!lastGoodCopy || !target) {
    return copySentence(verdict);
  }
  const limit = exactPhrase(target.seconds);
  return `Last good copy ${agePhrase(
    ageSeconds,
  )}, which is more than ${limit}.`;
}

/** The rest of what makes it late, after the age. */
function whyLate({ gaps }: Judgement): string {
  const why = gaps.find(
    ({ code }) =>
      code === 'overdue' || code === 'under-way' || code === 'never-ran',
  );
  return why ? ` ${sentenceOfReason(why)}` : '';
}

function next({ nextRun }: Facts, now: Date): string {
  return nextRun ? ` Next run ${timePhrase(nextRun.at, now)}.` : '';
}

function knownSentence(known: Judgement, copy: string): string {
  if (known.reason.code === 'nothing-covers') {
    return 'Nothing is known of it yet.';
  }
  const state = STATE_WORDS[known.state].toLowerCase();
  return `By what was known before: ${state}. ${copy}`;
}
