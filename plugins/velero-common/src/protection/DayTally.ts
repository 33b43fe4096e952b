import { HistoryState } from '../api/protection';
import { intendedCoverageOf } from '../scope/coverageOf';
import { isEmpty } from '../velero/backup';
import { meaningOfPhase } from '../velero/phase';
import { BackupRecord } from './records';

/** From the best to the worst. */
const WORTHS = ['ok', 'partial', 'failed'] as const;

type Worth = (typeof WORTHS)[number];

/** What became of a namespace on one day. */
interface NamespaceDay {
  /** Of the best backup. */
  worth?: Worth;
  /** Parts of which all was copied well. */
  objects?: boolean;
  volumes?: boolean;
}

/** The backups of one day in one cluster. */
export class DayTally {
  /** Each backup counts once, however many of the namespaces it holds. */
  readonly counts: Record<Worth, number> = { ok: 0, partial: 0, failed: 0 };
  readonly #namespaces: Map<string, NamespaceDay>;
  readonly #isSeen: boolean;

  constructor(namespaces: string[], isSeen: boolean) {
    this.#namespaces = new Map(namespaces.map(name => [name, {}]));
    this.#isSeen = isSeen;
  }

  add(backup: BackupRecord): this {
    const worth = worthOf(backup);
    let isMeant = false;
    for (const [name, day] of worth ? this.#namespaces : []) {
      const coverage = intendedCoverageOf(backup.scope, name);
      isMeant ||= coverage.extent !== 'none';
      if (worth && coverage.extent !== 'none') {
        day.worth = betterOf(worth, day.worth);
        day.objects ||= worth === 'ok' && coverage.objects === 'full';
        day.volumes ||= worth === 'ok' && coverage.volumes === 'full';
      }
    }
    if (worth && isMeant) {
      this.counts[worth] += 1;
    }
    return this;
  }

  /** The state of each namespace. */
  states(): HistoryState[] {
    return [...this.#namespaces.values()].map(day => this.#stateOf(day));
  }

  #stateOf({ worth, objects, volumes }: NamespaceDay): HistoryState {
    if (objects && volumes) {
      return 'ok';
    }
    if (!this.#isSeen) {
      return 'unknown';
    }
    // Good copies that do not make a whole are partial.
    return worth === 'ok' ? 'partial' : worth ?? 'none';
  }
}

/** `undefined` for a backup that is not finished. */
function worthOf(backup: BackupRecord): Worth | undefined {
  const { outcome } = meaningOfPhase(backup.phase);
  if (outcome === 'invalid' || (outcome === 'ok' && isEmpty(backup))) {
    return 'failed';
  }
  return outcome;
}

function betterOf(worth: Worth, other: Worth = 'failed'): Worth {
  return WORTHS.indexOf(worth) < WORTHS.indexOf(other) ? worth : other;
}
