import { RequestedDrill } from './drills';
import { ApprovalRule } from '../restore/policy/RestorePolicy';
import { RestoreFact } from '../restore/prospect/RestoreFact';
import { RestoreCheck } from '../restore/RestoreCheck';
import { KindFate } from '../restore/kindsToRestore';
import { SnapshotVolume } from '../restore/RestoreSnapshot';
import { RestoreSpec } from '../restore/restoreSpecOf';
import { RestoreState } from '../restore/restoreStates';
import { PreviewedWish, RestoreWish } from '../restore/RestoreWish';
import { ClusterFreshness } from './types';

/** What would come of a wish at this moment. Nothing was kept. @public */
export interface RestorePreview {
  allow: boolean;
  /** The policy that decides; absent where none or several would. */
  policy?: { id: string; title?: string };
  checks: RestoreCheck[];
  /** Messages of the checks that refuse it. */
  reasons: string[];
  /** Who would have to agree; empty when nobody has to. */
  approvals: ApprovalRule[];
  /** What becomes of each kind in the backup. */
  kinds: KindFate[];
  /** Absent when nobody knows. */
  volumes?: SnapshotVolume[];
  /** How old the data is, how much, how long it takes and what it costs; absent for whoever may not know. */
  facts?: RestoreFact[];
  /** What Velero would be asked for; present when it is allowed. */
  spec?: RestoreSpec;
  /** Names of the ConfigMaps with resource modifiers that the policy lets be chosen; absent where no policy decides. */
  modifiers?: string[];
  /** When it could start, where quiet hours hold it up; ISO 8601 in UTC. */
  notBefore?: string;
}

/** What the reader may do about restores, as far as that does not depend on a namespace. @public */
export interface RestoreOptionsResponse {
  /** Whether the permission policy lets them ask, for whatever namespaces. */
  request: boolean;
  /** Whether the permission policy lets them decide, on whatever namespaces. */
  approve: boolean;
  /** Whether they may read what happened to all requests. */
  audit: boolean;
  /** Whether they are one of `velero.administrators`, who see all requests. */
  administrator: boolean;
  /** Whether they may ask for all of a backup, and some policy lets it be asked for. */
  wholeBackup: boolean;
}

/** How a request stands at this moment, judged for whoever made it. Nothing is decided by it. @public */
export interface RestoreRequestChecks {
  /** Whether it would be carried out as it was asked for. */
  allow: boolean;
  checks: RestoreCheck[];
  /** What makes it stale as soon as somebody agrees, or its turn comes; empty when all is as it was. */
  stale: string[];
  /** What is good to know besides; absent for whoever may not know. */
  facts?: RestoreFact[];
  /** When it could start, where quiet hours hold it up; ISO 8601 in UTC. */
  notBefore?: string;
}

/** @public */
export interface RestorePreviewQuery {
  wish: PreviewedWish;
  /** The entity through which somebody asks. */
  entityRef?: string;
}

/** What if somebody else asked, or other policies held. @public */
export interface RestorePolicyQuestion {
  wish: PreviewedWish;
  /** Full reference of whoever would ask; the caller when absent. */
  userRef?: string;
  /** As `velero.restores.policies` of the configuration, instead of it. */
  policies?: object[];
}

/** @public */
export interface NewRestoreRequestBody extends RestorePreviewQuery {
  wish: RestoreWish;
  /** What the caller calls it: the same again gives the same request, and nothing is done twice. */
  key: string;
}

/** How far a part of the consent has come. @public */
export interface RestoreApproval {
  rule: ApprovalRule;
  /** Users who agreed and count for it. */
  given: string[];
  isMet: boolean;
}

/** What came of a request, or is in its way. Times are ISO 8601 in UTC. @public */
export interface RestoreRequestOutcome {
  message?: string;
  /** What a person has to do. */
  remedy?: string;
  /** As Velero says it. */
  phase?: string;
  itemsDone?: number;
  itemsTotal?: number;
  warnings?: number;
  errors?: number;
  startedAt?: string;
  completedAt?: string;
}

/** A request for a restore as lists show it. Times are ISO 8601 in UTC. @public */
export interface RestoreRequestSummary {
  id: string;
  state: RestoreState;
  /** Full reference of the user who asked. */
  requester: string;
  entityRef?: string;
  wish: RestoreWish;
  createdAt: string;
  updatedAt: string;
  /** When it is over unless somebody decides, or it starts; absent once it cannot be any more. */
  dueAt?: string;
  /** Before which it does not start. */
  notBefore?: string;
  /** Name of the Restore that it is carried out by, once Velero was asked. */
  restore?: string;
  outcome?: RestoreRequestOutcome;
  /** Of drills only. */
  drill?: RequestedDrill;
}

/** What happened to a request. @public */
export interface RestoreRequestEvent {
  /** Over all requests, without gaps. */
  seq: number;
  /** ISO 8601 in UTC. */
  at: string;
  type: string;
  /** Full reference of the user; absent for what the portal does by itself. */
  actor?: string;
  /** What was said with it. */
  text?: string;
  /** SHA-256 of the event and of all before it, as hexadecimal digits. */
  hash: string;
}

/** All of a request. @public */
export interface RestoreRequestDetails extends RestoreRequestSummary {
  /** What Velero is asked for. */
  spec: RestoreSpec;
  policy: { id: string; title?: string };
  approvals: RestoreApproval[];
  /** The newest last. */
  events: RestoreRequestEvent[];
  /** How far what is said of its cluster can be trusted; absent once it has ended, and when the cluster is not registered. */
  cluster?: ClusterFreshness;
  /** What the reader may do now. */
  mayApprove: boolean;
  mayCancel: boolean;
  /** Looks at how it stands in the cluster. */
  mayCheck: boolean;
}

/** @public */
export interface RestoreRequestQuery {
  /** Those that the reader asked for, may decide on, or, as administrator, all. */
  view?: 'mine' | 'waiting' | 'all';
  /** Those about namespaces of the entity; instead of a view. */
  entityRef?: string;
  state?: RestoreState;
  /** 1 to 200; 25 when absent. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface RestoreRequestsResponse {
  /** The newest first. */
  items: RestoreRequestSummary[];
  pageInfo: { nextCursor?: string };
}

/** @public */
export interface RestoreRequestEventsResponse {
  /** The newest last. */
  items: RestoreRequestEvent[];
}

/** What somebody says with a decision. @public */
export interface RestoreDecisionBody {
  text?: string;
}
