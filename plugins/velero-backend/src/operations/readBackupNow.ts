import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DEFAULT_KEEP_FOR, readKeepFor } from 'backstage-plugin-velero-common';

/** What configuration says of backups that are made by hand. */
export interface BackupNowSettings {
  perUserAndHour: number;
  /** Go duration that is taken when none is given. */
  keepFor: string;
}

const DEFAULT_PER_HOUR = 6;
const MAXIMUM_PER_HOUR = 100;

/** @throws InputError for a number or duration that cannot be used */
export function readBackupNow(config: RootConfigService): BackupNowSettings {
  const settings = config.getOptionalConfig('velero.backupNow');
  const perUserAndHour =
    settings?.getOptionalNumber('perUserAndHour') ?? DEFAULT_PER_HOUR;
  if (
    !Number.isInteger(perUserAndHour) ||
    perUserAndHour < 1 ||
    perUserAndHour > MAXIMUM_PER_HOUR
  ) {
    throw new InputError(
      `Configuration velero.backupNow.perUserAndHour is ${perUserAndHour}, expected a whole number from 1 to ${MAXIMUM_PER_HOUR}. To let nobody make backups, deny the permission velero.backup.create`,
    );
  }
  const keepFor = settings?.getOptionalString('keepFor') ?? DEFAULT_KEEP_FOR;
  const { problem } = readKeepFor(keepFor);
  if (problem !== undefined) {
    throw new InputError(`Configuration velero.backupNow.keepFor: ${problem}`);
  }
  return { perUserAndHour, keepFor };
}
