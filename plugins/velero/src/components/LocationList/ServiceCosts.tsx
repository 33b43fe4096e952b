import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { StorageService } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { useCostTexts } from './useCostTexts';

/** What a service takes, by its own list of prices. */
export function ServiceCosts(props: { service: StorageService }) {
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
