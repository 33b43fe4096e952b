import { useCallback, useEffect, useState } from 'react';
import { RestoreDraft } from './RestoreDraft';

const PREFIX = 'velero-restore-draft ';

export interface RestoreDraftState {
  draft: RestoreDraft;
  change(values: Partial<RestoreDraft>): void;
  startOver(): void;
  /** Forgets it, once it has been asked for. */
  forget(): void;
}

/** What is filled in; it outlives a reload, and whatever page was looked at meanwhile, as long as the window is open. */
export function useRestoreDraft(options: {
  /** Names what the draft is about. */
  name: string;
  initial(): RestoreDraft;
}): RestoreDraftState {
  const { initial } = options;
  const name = `${PREFIX}${options.name}`;
  const [draft, setDraft] = useState(() => read(name, initial()));
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (!isForgotten) {
      sessionStorage.setItem(name, JSON.stringify(draft));
    }
  }, [name, draft, isForgotten]);
  const change = useCallback(
    (values: Partial<RestoreDraft>) =>
      setDraft(before => ({ ...before, ...values })),
    [],
  );
  const forget = useCallback(() => {
    setForgotten(true);
    sessionStorage.removeItem(name);
  }, [name]);
  return { draft, change, startOver: () => setDraft(initial()), forget };
}

/** A draft of an older version of the plugin may lack something. */
function read(name: string, initial: RestoreDraft): RestoreDraft {
  const kept = sessionStorage.getItem(name);
  return kept ? { ...initial, ...JSON.parse(kept) } : initial;
}
