import {
  RestoreOptionsResponse,
  RestorePreview,
  RestoreRequestChecks,
  RestoreRequestDetails,
  RestoreRequestEventsResponse,
  RestoreRequestQuery,
  RestoreRequestsResponse,
} from 'backstage-plugin-velero-common';
import { StoredRestoreEvent } from '../store/RestoreRequestStore';
import { UserCredentials } from './InventoryService';

/** A wish as somebody sends it; nothing has checked it yet. */
export interface RestoreQuestion {
  wish: unknown;
  entityRef?: string;
  credentials: UserCredentials;
  signal: AbortSignal;
}

/** What somebody does about a request. */
export interface RequestDecision {
  id: string;
  text?: string;
  credentials: UserCredentials;
  signal: AbortSignal;
}

/** Restores by request, on behalf of a user. */
export interface RestoreService {
  preview(question: RestoreQuestion): Promise<RestorePreview>;
  /** For administrators: what if somebody else asked, or other policies held. */
  evaluate(
    question: RestoreQuestion & { userRef?: string; policies?: unknown },
  ): Promise<RestorePreview>;
  request(
    question: RestoreQuestion & { key: string },
  ): Promise<RestoreRequestDetails>;
  /** What the user may do about restores. */
  options(question: {
    credentials: UserCredentials;
  }): Promise<RestoreOptionsResponse>;
  list(question: {
    query: RestoreRequestQuery;
    credentials: UserCredentials;
  }): Promise<RestoreRequestsResponse>;
  get(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<RestoreRequestDetails>;
  /** What happened to a request. */
  events(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<RestoreRequestEventsResponse>;
  /** How a request stands at this moment, for those who have to do with the decision. */
  checks(question: {
    id: string;
    credentials: UserCredentials;
    signal: AbortSignal;
  }): Promise<RestoreRequestChecks>;
  approve(decision: RequestDecision): Promise<RestoreRequestDetails>;
  reject(decision: RequestDecision): Promise<RestoreRequestDetails>;
  cancel(decision: RequestDecision): Promise<RestoreRequestDetails>;
  comment(decision: RequestDecision): Promise<RestoreRequestDetails>;
  /** What happened to all requests, for auditors. */
  exportEvents(question: {
    after: number;
    limit: number;
    credentials: UserCredentials;
  }): Promise<StoredRestoreEvent[]>;
}
