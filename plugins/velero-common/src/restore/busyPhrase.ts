import { BusyTarget } from './RestoreSnapshot';

/** Says what a request waits for that has to go where another one goes. @public */
export function busyPhrase({
  namespace,
  request,
  isUnknown,
}: BusyTarget): string {
  return isUnknown
    ? `It waits until somebody has closed request ${request}: nobody can tell whether that one is being restored to namespace '${namespace}' still`
    : `It waits for the end of request ${request}, which is being restored to namespace '${namespace}'`;
}
