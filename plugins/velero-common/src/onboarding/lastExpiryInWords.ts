/**
 * Says what becomes of the backups of a schedule that is paused.
 *
 * @public
 */
export function lastExpiryInWords({
  lastExpires,
  backupsUnknown,
}: {
  lastExpires?: string;
  backupsUnknown?: boolean;
}): string {
  if (lastExpires) {
    return `Its backups stay; the last one expires at ${lastExpires}`;
  }
  return backupsUnknown
    ? 'Whether it has backups is not known: those of the cluster could not be read lately. What there are stay'
    : 'It has no backups';
}
