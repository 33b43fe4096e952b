import { NotRead } from './RestoreProspect';

/** What makes the portal know what it does not. */
export function notReadRemedy({ forbidden }: NotRead): string {
  return forbidden
    ? "Have an administrator of the cluster apply the bundle 'preview' of the portal's rights"
    : 'Try again';
}
