import {
  RestoreFact,
  RestorePolicy,
  RestoreWish,
  tellProspect,
} from 'backstage-plugin-velero-common';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { RestoreProspects } from './prospect/RestoreProspects';
import { Judgement, RestoreJudge } from './RestoreJudge';
import { RequestOutlook, RestoreOutlook } from './Restores';
import { SnapshotQuestion } from './snapshot/RestoreSnapshots';

/** Tells people what would come of a wish: how it is judged, and what is good to know besides. */
export class RestorePreviews {
  readonly #judge: RestoreJudge;
  readonly #prospects: RestoreProspects;

  constructor(options: { judge: RestoreJudge; prospects: RestoreProspects }) {
    this.#judge = options.judge;
    this.#prospects = options.prospects;
  }

  /**
   * @param policies - those to judge by, if not those of the configuration
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  async of(
    question: SnapshotQuestion,
    policies?: RestorePolicy[],
  ): Promise<RestoreOutlook> {
    const { wish, signal } = question;
    const judgement = await this.#judge.judge(question, policies);
    const { verdict, facts } = await this.#told(judgement, wish, signal);
    const { volumes } = judgement.snapshot;
    return {
      verdict,
      kinds: verdict.kinds,
      ...(volumes && { volumes }),
      ...(facts && { facts }),
    };
  }

  /**
   * The same about what somebody asked for before.
   *
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  async again(
    request: StoredRestoreRequest,
    signal: AbortSignal,
  ): Promise<RequestOutlook> {
    const judgement = await this.#judge.judgeAgain(request, signal);
    return {
      ...judgement,
      ...(await this.#told(judgement, request.wish, signal)),
    };
  }

  /** The verdict with what is good to know among its checks. */
  async #told(
    { verdict, snapshot }: Judgement,
    wish: RestoreWish,
    signal: AbortSignal,
  ): Promise<Pick<Judgement, 'verdict'> & { facts?: RestoreFact[] }> {
    const judged = { wish, snapshot, verdict };
    const prospect = await this.#prospects.read({ ...judged, signal });
    if (!prospect) {
      return { verdict };
    }
    const { checks, facts } = tellProspect({ ...judged, prospect });
    return {
      verdict: { ...verdict, checks: [...verdict.checks, ...checks] },
      facts,
    };
  }
}
