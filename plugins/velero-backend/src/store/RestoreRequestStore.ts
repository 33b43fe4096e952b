import {
  BusyTarget,
  ApprovalRule,
  DrillCleanup,
  DrillContents,
  DrillResult,
  RestoreBinding,
  RestoreRequestOutcome,
  RestoreState,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from './NamespaceStore';

/** Whoever asks for a restore, as they were when they asked. */
export interface RestoreRequester {
  userRef: string;
  /** The entity through which they asked. */
  entityRef?: string;
  /** What they own things through. */
  ownershipRefs: string[];
  administrator: boolean;
}

/** What is kept of a drill beside what is kept of any restore. */
export interface StoredDrill {
  cleanup: DrillCleanup;
  contents: DrillContents;
  /** When the Restore was made, as its cluster tells it. */
  restoreCreatedAt?: string;
  /** Uids of the scratch namespaces, as they were first seen. */
  seen: Record<string, string>;
  /** When it was begun to remove them; milliseconds since the epoch. */
  cleanupSince?: number;
  /** What is in the way of removing them, and what a person has to do. */
  message?: string;
  remedy?: string;
  result?: DrillResult;
}

/** A request as it is kept. Times are milliseconds since the epoch, by the clock of the database. */
export interface StoredRestoreRequest {
  id: string;
  /** What the requester calls it. */
  key: string;
  version: number;
  state: RestoreState;
  requester: RestoreRequester;
  wish: RestoreWish;
  binding: RestoreBinding;
  approvals: ApprovalRule[];
  /** Whom all target namespaces name as owners. */
  owners: string[];
  /** Name of the Restore that it is carried out by. */
  restore: string;
  restoreUid?: string;
  createdAt: number;
  updatedAt: number;
  /** When it is over unless something happens: nobody decides, it does not start, Velero does not answer. */
  dueAt: number;
  /** Before which it does not start. */
  notBefore: number;
  outcome?: RestoreRequestOutcome;
  /** Of drills only. */
  drill?: StoredDrill;
}

/** A namespace that a request is about. */
export interface RequestNamespace {
  cluster: string;
  namespace: string;
  /** True when it is restored to, false when it is restored from. */
  isTarget: boolean;
}

/** Who decides on a request. */
export interface RequestOwners {
  /** Whom all target namespaces name as owners. */
  owners: string[];
  /** References of those who may decide, `platform` for administrators. */
  approvers: string[];
}

export interface NewRestoreRequest
  extends Pick<
      StoredRestoreRequest,
      | 'id'
      | 'key'
      | 'requester'
      | 'wish'
      | 'binding'
      | 'approvals'
      | 'restore'
      | 'notBefore'
      | 'drill'
    >,
    RequestOwners {
  state: 'pending' | 'approved';
  /** Milliseconds until it is over. */
  ttl: number;
  namespaces: RequestNamespace[];
  limits: { openPerUser: number; perNamespaceAndDay: number };
}

/** What happened to a request. */
export interface NewRestoreEvent {
  type: RestoreEventType;
  /** Nobody for what the portal does by itself. */
  actor?: string;
  /** More about it, to be kept as JSON; nothing secret. */
  body?: Record<string, unknown>;
}

export type RestoreEventType =
  | 'requested'
  | 'commented'
  | 'owners-changed'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'stale'
  | 'submitting'
  | 'submitted'
  | 'changed'
  | 'ended'
  | 'proven'
  | 'not-proven'
  | 'cleanup-started'
  | 'cleanup-held'
  | 'cleanup-failed'
  | 'cleaned-up'
  | 'unknown';

export interface StoredRestoreEvent extends NewRestoreEvent {
  /** Over all requests, without gaps. */
  seq: number;
  request: string;
  at: number;
  hash: string;
}

/** What is kept anew of a request. */
export interface RestoreRequestChange {
  state?: RestoreState;
  /** Milliseconds from now until it is over. */
  ttl?: number;
  /** Milliseconds since the epoch before which it does not start. */
  notBefore?: number;
  restoreUid?: string;
  outcome?: RestoreRequestOutcome;
  drill?: StoredDrill;
  /** Milliseconds for which nobody else works on it; without it the next one may at once. */
  heldFor?: number;
}

/** How much somebody has asked for, and how much is asked of somebody. */
export interface RestoreUsage {
  openOfUser: number;
  todayByNamespace: Record<string, number>;
  runningInCluster: number;
  /** Those of the targets that another request is being restored to. */
  busyTargets: BusyTarget[];
}

export interface RestoreRequestQuestion {
  /** One of these has to hold. */
  by: Array<
    | { userRef: string }
    | { approvers: string[]; butNot: string }
    | { cluster: string; namespaces: string[] }
    | 'all'
  >;
  states?: RestoreState[];
  limit: number;
  after?: { createdAt: number; id: string };
}

export interface DrillsQuestion {
  /** One of these is what it was made of. */
  namespaces: NamespaceKey[];
  /** Those that are over and have proven something, or have not, or those that are not over yet. */
  which: 'proven' | 'not-proven' | 'open';
  limit: number;
  /** The one that was read last. */
  after?: Pick<StoredRestoreRequest, 'id'>;
}

/** Keeps requests for restores, and what happened to them. Nothing in them is secret. */
export interface RestoreRequestStore {
  /**
   * Keeps a request, or finds the one that the requester gave the same key before.
   *
   * @returns nothing kept, with the limit that stands in the way, when there is one
   */
  create(
    request: NewRestoreRequest,
  ): Promise<
    | { request: StoredRestoreRequest; isNew: boolean; limit?: undefined }
    | { limit: 'openPerUser' | 'perNamespaceAndDay'; request?: undefined }
  >;
  find(id: string): Promise<StoredRestoreRequest | undefined>;
  findByKey(
    userRef: string,
    key: string,
  ): Promise<StoredRestoreRequest | undefined>;
  list(question: RestoreRequestQuestion): Promise<StoredRestoreRequest[]>;
  /**
   * Changes a request, and adds what happened to its history, both or neither.
   *
   * @returns nothing when it is not any more what it was when it was read, or may not become what is wanted; nor may it
   *   begin while another one is being restored to one of its namespaces
   */
  change(
    request: Pick<StoredRestoreRequest, 'id' | 'version'>,
    change: RestoreRequestChange,
    event?: NewRestoreEvent,
  ): Promise<StoredRestoreRequest | undefined>;
  /**
   * Keeps that others decide on a request that waits for it.
   *
   * @returns nothing when it is not any more what it was when it was read
   */
  changeOwners(
    request: Pick<StoredRestoreRequest, 'id' | 'version'>,
    owners: RequestOwners,
  ): Promise<StoredRestoreRequest | undefined>;
  /** Lists what a request is restored from and to, as it was when it was asked for. */
  namespacesOf(id: string): Promise<RequestNamespace[]>;
  /** Adds to the history of a request what changes nothing about it. */
  note(id: string, event: NewRestoreEvent): Promise<void>;
  /**
   * Takes a request that something has to be done about and that nobody works on: to be started, to be looked up, or,
   * when it is due, to be ended.
   */
  take(options: {
    holder: string;
    ttl: number;
  }): Promise<{ request: StoredRestoreRequest; isDue: boolean } | undefined>;
  /** Takes a drill whose scratch namespaces are not gone yet, and that nobody works on. */
  takeDrill(options: {
    holder: string;
    ttl: number;
  }): Promise<StoredRestoreRequest | undefined>;
  /** Lists drills about some namespaces, the newest first. */
  drills(question: DrillsQuestion): Promise<StoredRestoreRequest[]>;
  /** Lists those that Velero works on, or may. */
  findRunning(): Promise<StoredRestoreRequest[]>;
  /** What happened to a request, in order. */
  eventsOf(id: string): Promise<StoredRestoreEvent[]>;
  /** What happened to all requests, in order. */
  exportEvents(options: {
    after: number;
    limit: number;
  }): Promise<StoredRestoreEvent[]>;
  usage(question: {
    userRef: string;
    cluster: string;
    namespaces: string[];
    /** Where it goes, as far as nothing else may go there at the same time. */
    targets: string[] | 'all';
    /** Counts drills by what they are made of, not restores by where they go. */
    drills?: boolean;
    /** A request that does not count. */
    without?: string;
  }): Promise<RestoreUsage>;
}
