import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ApprovalRule } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Gives a function that says who has to agree by a rule. */
export function useApproverText(): (rule: ApprovalRule) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return ({ from, count }) => {
    const who = from.map(name =>
      name === 'owner' || name === 'platform'
        ? t(`restoreRequest.approvals.${name}`)
        : name,
    );
    return t('restoreRequest.approvals.anyOf', {
      number: String(count),
      who: who.join(', '),
    });
  };
}
