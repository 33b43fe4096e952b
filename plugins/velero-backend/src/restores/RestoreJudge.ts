import {
  bindingOf,
  differencesOf,
  evaluateRestore,
  RestoreBinding,
  RestorePolicy,
  RestoreSnapshot,
  RestoreVerdict,
} from 'backstage-plugin-velero-common';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { CurrentOwnership } from './CurrentOwnership';
import {
  RestoreSnapshots,
  SnapshotQuestion,
} from './snapshot/RestoreSnapshots';

/** How things are, and what comes of it. */
export interface Judgement {
  snapshot: RestoreSnapshot;
  verdict: RestoreVerdict;
  /** Present when it is allowed. */
  binding?: RestoreBinding;
}

/** The same about what somebody asked for before. */
export interface LaterJudgement extends Judgement {
  /** What is not as it was when it was asked for; empty when all is. */
  differences: string[];
}

/** Judges wishes by how things are at this moment: the one way to a decision, whoever needs it. */
export class RestoreJudge {
  readonly #snapshots: RestoreSnapshots;
  readonly #policies: RestorePolicy[];
  readonly #ownership: CurrentOwnership;

  constructor(options: {
    snapshots: RestoreSnapshots;
    policies: RestorePolicy[];
    ownership: CurrentOwnership;
  }) {
    this.#snapshots = options.snapshots;
    this.#policies = options.policies;
    this.#ownership = options.ownership;
  }

  /** Whether there is a policy that lets all of a backup be restored. */
  offersWholeBackup(): boolean {
    return this.#policies.some(({ destinations }) => destinations.wholeBackup);
  }

  /**
   * @param policies - those to judge by, if not those of the configuration
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  async judge(
    question: SnapshotQuestion,
    policies: RestorePolicy[] = this.#policies,
  ): Promise<Judgement> {
    const snapshot = await this.#snapshots.read(question);
    const { wish } = question;
    const verdict = evaluateRestore({ wish, policies, snapshot });
    const { spec, policy } = verdict;
    const { veleroNamespace } = wish.backup;
    const binding =
      spec && policy && bindingOf({ veleroNamespace, snapshot, policy, spec });
    return { snapshot, verdict, ...(binding && { binding }) };
  }

  /**
   * Judges again what somebody asked for, who is not there to be asked.
   *
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  async judgeAgain(
    request: StoredRestoreRequest,
    signal: AbortSignal,
  ): Promise<LaterJudgement> {
    const { id, wish, binding } = request;
    const requester = await this.#ownership.of(request.requester);
    const judgement = await this.judge({
      wish,
      requester,
      isOwn: requester.isOwn,
      request: {
        id,
        backupUid: binding.backup.uid,
        namespaces: binding.spec.includedNamespaces,
      },
      signal,
    });
    return { ...judgement, differences: differences(request, judgement) };
  }
}

/** What would be restored may not be known at this moment; whether the rest is as it was can be told all the same. */
function differences(
  { wish, binding }: StoredRestoreRequest,
  { snapshot, verdict }: Judgement,
): string[] {
  const { policy, spec = binding.spec } = verdict;
  const { veleroNamespace } = wish.backup;
  return policy
    ? differencesOf(
        binding,
        bindingOf({ veleroNamespace, snapshot, policy, spec }),
      )
    : [];
}
