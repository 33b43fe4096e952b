import {
  ApprovalProgress,
  ClusterFreshness,
  KindFate,
  RestoreFact,
  RestorePolicy,
  RestoreVerdict,
  RestoreWish,
  SnapshotVolume,
} from 'backstage-plugin-velero-common';
import { OwnedNamespace } from '../store/NamespaceStore';
import {
  RestoreRequester,
  RestoreRequestQuestion,
  StoredRestoreEvent,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { LaterJudgement } from './RestoreJudge';

/** A wish, and who has it. */
export interface RestoreOrder {
  wish: RestoreWish;
  requester: RestoreRequester;
  /** Whether a namespace with these owners is proven to be the requester's, and they have the permission. */
  isOwn(namespace: OwnedNamespace): Promise<boolean>;
  signal: AbortSignal;
}

/** What would come of a wish. */
export interface RestoreOutlook {
  verdict: RestoreVerdict;
  kinds: KindFate[];
  /** Absent when nobody knows. */
  volumes?: SnapshotVolume[];
  /** Absent for whoever may not know. */
  facts?: RestoreFact[];
}

/** How a request stands, and what is good to know besides. */
export interface RequestOutlook extends LaterJudgement {
  /** Absent for whoever may not know. */
  facts?: RestoreFact[];
}

/** A person who decides, as they are at this moment. */
export type RestorePerson = Pick<
  RestoreRequester,
  'userRef' | 'ownershipRefs' | 'administrator'
>;

/** What somebody does about a request. */
export interface RestoreDecision {
  id: string;
  person: RestorePerson;
  /** Why, or what there is to say. */
  text?: string;
  signal: AbortSignal;
}

/** A request with its history, and how far the consent has come. */
export interface FollowedRequest {
  request: StoredRestoreRequest;
  events: StoredRestoreEvent[];
  approvals: ApprovalProgress[];
  /** How far what is known of its cluster can be trusted, as long as it has not ended. */
  cluster?: ClusterFreshness;
  /** Whether the person may decide on it now. */
  mayApprove: boolean;
  /** Whether the person may take it back, or close it when nobody can tell what came of it. */
  mayCancel: boolean;
  /** Whether the person may look at how it stands in the cluster now. */
  mayCheck: boolean;
}

/** A question of what would be, if somebody else asked, or other policies held. */
export interface RestoreHypothesis {
  wish: RestoreWish;
  /** Full reference of whoever would ask. */
  userRef: string;
  /** Instead of those of the configuration. */
  policies?: RestorePolicy[];
  signal: AbortSignal;
}

/** Requests for restores: asked for, agreed to, carried out, followed. */
export interface Restores {
  /** @throws ServiceUnavailableError when the cluster does not tell */
  preview(order: RestoreOrder): Promise<RestoreOutlook>;
  /**
   * Tells what would come of a wish, whoever asks for whom.
   *
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  evaluate(hypothesis: RestoreHypothesis): Promise<RestoreOutlook>;
  /**
   * @throws RestoreRefusedError when it is not allowed; nothing is kept then
   * @throws ConflictError when the key was used for something else
   */
  request(order: RestoreOrder & { key: string }): Promise<StoredRestoreRequest>;
  find(id: string): Promise<StoredRestoreRequest | undefined>;
  /** Finds what somebody asked for under a key of theirs. */
  findByKey(
    userRef: string,
    key: string,
  ): Promise<StoredRestoreRequest | undefined>;
  list(question: RestoreRequestQuestion): Promise<StoredRestoreRequest[]>;
  /** Whether there is a policy that lets all of a backup be restored. */
  offersWholeBackup(): boolean;
  /**
   * Judges a request as things are at this moment, for whoever made it.
   *
   * @throws ConflictError when Velero was asked already, or it has ended
   * @throws ServiceUnavailableError when the cluster does not tell
   */
  check(
    request: StoredRestoreRequest,
    signal: AbortSignal,
  ): Promise<RequestOutlook>;
  /** Tells all of a request to somebody who may see it. */
  follow(
    request: StoredRestoreRequest,
    person: RestorePerson,
  ): Promise<FollowedRequest>;
  /**
   * @throws NotAllowedError for whoever may not decide
   * @throws ConflictError when there is nothing to decide any more
   */
  approve(decision: RestoreDecision): Promise<StoredRestoreRequest>;
  reject(decision: RestoreDecision): Promise<StoredRestoreRequest>;
  cancel(decision: RestoreDecision): Promise<StoredRestoreRequest>;
  comment(decision: RestoreDecision): Promise<StoredRestoreRequest>;
  exportEvents(options: {
    after: number;
    limit: number;
  }): Promise<StoredRestoreEvent[]>;
}
