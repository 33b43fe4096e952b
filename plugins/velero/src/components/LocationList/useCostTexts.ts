import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StoragePrice, StorageService } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Says what reading from a service and keeping in it costs, or that it depends on the region. */
export function useCostTexts(service: StorageService): string[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { egress, storage } = service;
  if (!egress || !storage) {
    return [t('locations.costs.byRegion')];
  }
  const withNote = (text: string, { note }: StoragePrice) =>
    note ? `${text} (${note})` : text;
  return [
    egress.amount === 0
      ? t('locations.costs.freeEgress')
      : withNote(
          t('locations.costs.egress', { price: priceText(egress) }),
          egress,
        ),
    withNote(
      t('locations.costs.storage', { price: priceText(storage) }),
      storage,
    ),
  ];
}

function priceText({ amount, currency }: StoragePrice): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  }).format(amount);
}
