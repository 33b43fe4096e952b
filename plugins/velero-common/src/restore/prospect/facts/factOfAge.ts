import { agePhrase } from '../../../protection/phrases';
import { ProspectCase } from '../ProspectCase';
import { RestoreFact } from '../RestoreFact';

/** How old the data is that comes back. */
export function factOfAge({ snapshot }: ProspectCase): RestoreFact {
  const { startedAt } = snapshot.backup ?? {};
  if (!startedAt) {
    return {
      id: 'age',
      known: false,
      words: 'Not known: Velero does not say when the backup began',
    };
  }
  const seconds = Math.round(
    (Date.parse(snapshot.now) - Date.parse(startedAt)) / 1_000,
  );
  return {
    id: 'age',
    known: true,
    words: `From ${agePhrase(
      seconds,
    )}: what was changed since is not in the backup`,
    seconds,
  };
}
