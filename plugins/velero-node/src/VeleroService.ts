import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  HistoryResponse,
  ProtectionResponse,
} from 'backstage-plugin-velero-common';

/** Names who asks, and when the answer is not wanted any more. @public */
export interface VeleroServiceOptions {
  /** Of a user, who is told what is proven to be theirs, or of the plugin itself, which is told of every entity. */
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * What the Velero backend plugin tells other backend plugins. Every method throws a `ResponseError` when it refuses.
 *
 * @public
 */
export interface VeleroService {
  /** Whether an entity is protected, and why. */
  getEntityProtection(
    entityRef: string,
    options: VeleroServiceOptions,
  ): Promise<ProtectionResponse>;
  /** What became of the backups of each day; `days` from 1 to 90, 30 when absent. */
  getEntityHistory(
    entityRef: string,
    options: VeleroServiceOptions & { days?: number },
  ): Promise<HistoryResponse>;
}
