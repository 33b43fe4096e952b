import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import {
  LocationSummary,
  StorageService,
  storageServices,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { useCostTexts } from './useCostTexts';

/** Whose storage a location lies in, and what it takes to keep backups there and to read them from elsewhere. */
export function LocationService(props: { location: LocationSummary }) {
  const { service, provider } = props.location;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!service) {
    return <>{provider ?? t('locations.unknownPlace')}</>;
  }
  return <Costs service={storageServices[service]} />;
}

function Costs(props: { service: StorageService }) {
  const { service } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {service.title}
      {useCostTexts(service).map(text => (
        <Typography key={text} variant="caption" display="block">
          {text}
        </Typography>
      ))}
      <Typography variant="caption" display="block" color="textSecondary">
        <Link
          href={service.source}
          target="_blank"
          rel="noopener noreferrer"
          underline="always"
        >
          {t('locations.costs.source', {
            service: service.title,
            asOf: service.asOf,
          })}
        </Link>
      </Typography>
    </>
  );
}
