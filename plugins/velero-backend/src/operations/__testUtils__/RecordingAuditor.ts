import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** Remembers what is audited, and what came of it. */
export class RecordingAuditor implements AuditorService {
  /** Events that it refuses. */
  readonly refused = new Set<string>();
  readonly events: Array<{
    eventId: string;
    severityLevel?: string;
    user: unknown;
    meta?: JsonObject;
    outcome?: 'success' | 'fail';
    result?: JsonObject;
    error?: string;
  }> = [];

  createEvent = async (
    options: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> => {
    const { eventId, severityLevel, meta, request } = options;
    if (this.refused.has(eventId)) {
      throw new Error(`no auditor for '${eventId}' now`);
    }
    const event: RecordingAuditor['events'][number] = {
      eventId,
      severityLevel,
      meta,
      user: request?.headers.authorization,
    };
    this.events.push(event);
    return {
      success: async result => {
        Object.assign(event, { outcome: 'success', result: result?.meta });
      },
      fail: async ({ error }) => {
        Object.assign(event, { outcome: 'fail', error: error.message });
      },
    };
  };
}
