import { ConflictError, NotFoundError } from '@backstage/errors';
import { hasEnded } from 'backstage-plugin-velero-common';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { RestoreRefusedError } from './RestoreRefusedError';

/** That somebody, or a namespace, has as much as the policy allows. */
export function limitReached(
  limit: 'openPerUser' | 'perNamespaceAndDay',
): Error {
  return new RestoreRefusedError([
    {
      id: 'limits',
      level: 'stop',
      message:
        limit === 'openPerUser'
          ? 'You have as many requests that have not ended as the policy allows'
          : 'The namespace was restored to as often in 24 hours as the policy allows',
      remedy: 'Wait, or cancel a request',
    },
  ]);
}

/** That a request cannot be taken back any more. */
export function tooLate({ id, state }: StoredRestoreRequest): ConflictError {
  return new ConflictError(
    hasEnded(state)
      ? `Request '${id}' has ended already (${state})`
      : `Request '${id}' cannot be cancelled any more: Velero has it, and cannot stop a restore`,
  );
}

/** A key means one wish for ever: whoever sends another one with it has mixed something up. */
export function keyUsed({ id }: StoredRestoreRequest): ConflictError {
  return new ConflictError(
    `The key was used before, for request '${id}', which wishes for something else. Take another key`,
  );
}

/** That there is no such request, or none for the reader. */
export function notFound(id: string): NotFoundError {
  return new NotFoundError(`No request '${id}' found`);
}
