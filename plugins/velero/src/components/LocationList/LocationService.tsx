import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LocationSummary,
  storageServices,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ServiceCosts } from './ServiceCosts';

/** Whose storage a location lies in, and what it takes to keep backups there and to read them from elsewhere. */
export function LocationService(props: { location: LocationSummary }) {
  const { service, provider } = props.location;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!service) {
    return <>{provider ?? t('locations.unknownPlace')}</>;
  }
  return <ServiceCosts service={storageServices[service]} />;
}
