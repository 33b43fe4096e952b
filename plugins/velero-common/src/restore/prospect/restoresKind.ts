import { ProspectCase } from './ProspectCase';

/** Whether objects of a kind are in the backup and come back. */
export function restoresKind(
  { kinds }: Pick<ProspectCase, 'kinds'>,
  resource: string,
): boolean {
  return kinds.some(kind => kind.resource === resource && !kind.left);
}
