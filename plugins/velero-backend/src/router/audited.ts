import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/** Has the auditor know that something is done, and what came of it. */
export async function audited<TResult extends object>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  work: () => Promise<TResult>,
): Promise<TResult> {
  const event = await auditor.createEvent(options);
  const result = await work().catch(async error => {
    await event.fail({ error: toError(error) });
    throw error;
  });
  await event.success({ meta: { ...result } as JsonObject });
  return result;
}
