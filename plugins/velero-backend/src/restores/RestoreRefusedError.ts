import { CustomErrorBase } from '@backstage/errors';
import { RestoreCheck } from 'backstage-plugin-velero-common';

/** A restore cannot be had as it is wished. Nothing was done. */
export class RestoreRefusedError extends CustomErrorBase {
  name = 'RestoreRefusedError' as const;
  readonly statusCode = 409;
  /** What stands in the way. */
  readonly checks: RestoreCheck[];

  constructor(checks: RestoreCheck[]) {
    const stops = checks.filter(({ level }) => level === 'stop');
    super(
      stops
        .map(({ message, remedy }) => `${message}. ${remedy ?? ''}`.trim())
        .join('\n'),
    );
    this.checks = stops;
  }
}
