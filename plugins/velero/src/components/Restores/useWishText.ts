import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestorePair, RestoreWish } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Gives functions that say what somebody wants restored. */
export function useWishText() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const pairText = ({ source, target }: RestorePair) =>
    source === target
      ? t('restoreRequest.summary.inPlace', { source })
      : t('restoreRequest.summary.into', { source, target });
  return {
    pair: pairText,
    /** As `shop → shop-restore-1`; of several the first, and how many more. */
    short({ namespaces, backup }: RestoreWish): string {
      if (namespaces.length === 0) {
        return t('restoreRequest.summary.whole', { backup: backup.name });
      }
      const first = pairText(namespaces[0]);
      return namespaces.length === 1
        ? first
        : t('restoreRequest.summary.more', {
            first,
            rest: String(namespaces.length - 1),
          });
    },
    all({ namespaces, backup }: RestoreWish): string {
      return namespaces.length === 0
        ? t('restoreRequest.summary.whole', { backup: backup.name })
        : namespaces.map(pairText).join(', ');
    },
  };
}
