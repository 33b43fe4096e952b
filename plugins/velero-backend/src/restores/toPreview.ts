import { RestorePreview } from 'backstage-plugin-velero-common';
import { RestoreOutlook } from './Restores';

/** Makes what may be shown of an outlook: of the policy, which it is. */
export function toPreview(outlook: RestoreOutlook): RestorePreview {
  const { verdict, kinds, volumes, facts } = outlook;
  const { policy, ...rest } = verdict;
  const { id, title, modifiers } = policy ?? {};
  return {
    ...rest,
    kinds,
    ...(id && { policy: { id, ...(title && { title }) } }),
    ...(modifiers && { modifiers }),
    ...(volumes && { volumes }),
    ...(facts && { facts }),
  };
}
