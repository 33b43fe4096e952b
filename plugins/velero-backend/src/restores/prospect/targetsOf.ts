import { ProspectQuestion } from './ProspectQuestion';

/** A namespace that would be restored, as it is named in the backup and where it would go. */
export interface ProspectTarget {
  source: string;
  target: string;
  /** False when it is known not to be there, so that there is nothing in it. */
  mayHold: boolean;
}

/** Of a whole backup all that would be restored; whether they are there, nobody has looked. */
export function targetsOf({
  snapshot,
  verdict,
}: Pick<ProspectQuestion, 'snapshot' | 'verdict'>): ProspectTarget[] {
  return snapshot.pairs.length > 0
    ? snapshot.pairs.map(({ source, target }) => ({
        source,
        target: target.name,
        mayHold: target.uid !== undefined,
      }))
    : (verdict.spec?.includedNamespaces ?? []).map(name => ({
        source: name,
        target: name,
        mayHold: true,
      }));
}
