import { ConflictError } from '@backstage/errors';
import { PlannedChange } from 'backstage-plugin-velero-common';
import { changesOfThere } from './plannedChanges';

/**
 * Objects would change that nobody has looked at. Nothing was written. The digest goes with it: a plan is made without the
 * values of credentials, so that only an order tells that another one replaces the one in use.
 */
export class ChangesNotAcceptedError extends ConflictError {
  /** What would be changed and removed. */
  readonly changes: PlannedChange[];
  /** Names these changes; sent as `accepted`, it has them made. */
  readonly digest: string;

  constructor(all: PlannedChange[], digest: string) {
    const changes = changesOfThere(all);
    super(
      `What is there would be another, and nothing was written: ${changes
        .map(inWords)
        .join(
          '; ',
        )}. If that is wanted, ask again with 'accepted' set to the digest of these changes: ${digest}`,
    );
    this.changes = changes;
    this.digest = digest;
  }
}

function inWords({ change, kind, name, cluster, fields = [] }: PlannedChange) {
  const paths = fields.map(({ path }) => path).join(', ');
  return `${change} ${kind} ${name} in ${cluster}${paths && ` (${paths})`}`;
}
