import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { LocationSummary } from 'backstage-plugin-velero-common';
import { storageText } from '../../format/storageText';
import { veleroTranslationRef } from '../../translation';
import { SimpleColumn } from '../ui/SimpleTable';
import { TimeText } from '../ui/TimeText';
import { LocationService } from './LocationService';
import { LocationStatus } from './LocationStatus';

export function useLocationColumns(): SimpleColumn<LocationSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const never = t('locations.never');
  return [
    {
      header: t('locations.column.name'),
      render: row => (
        <>
          {row.name}{' '}
          {row.default && (
            <Chip
              size="small"
              variant="outlined"
              label={t('locations.default')}
            />
          )}
        </>
      ),
    },
    { header: t('locations.column.cluster'), render: row => row.cluster },
    {
      header: t('locations.column.status'),
      render: row => <LocationStatus location={row} />,
    },
    {
      header: t('locations.column.service'),
      render: row => <LocationService location={row} />,
    },
    {
      header: t('locations.column.place'),
      render: row => storageText(row) ?? t('locations.unknownPlace'),
    },
    {
      header: t('locations.column.access'),
      render: row => row.accessMode ?? t('locations.unknownPlace'),
    },
    {
      header: t('locations.column.validated'),
      render: row => <TimeText value={row.lastValidatedAt} missing={never} />,
    },
    {
      header: t('locations.column.synced'),
      render: row => <TimeText value={row.lastSyncedAt} missing={never} />,
    },
  ];
}
