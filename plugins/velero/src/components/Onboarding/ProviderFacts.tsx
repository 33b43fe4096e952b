import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import {
  StorageProvider,
  StorageProviderId,
  StorageService,
  storageServices,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ServiceCosts } from '../LocationList/ServiceCosts';

/** What a provider takes, and what of its store matters for backups. */
export function ProviderFacts(props: { provider: StorageProvider }) {
  const { id, limits } = props.provider;
  const { t } = useTranslationRef(veleroTranslationRef);
  const service = serviceOf(id);
  return (
    <div>
      {service && <ServiceCosts service={service} />}
      {limits.length > 0 && (
        <>
          <Typography variant="subtitle2" component="p">
            {t('onboarding.storage.limits')}
          </Typography>
          <ul>
            {limits.map(({ text, source }) => (
              <li key={text}>
                {text} (
                <Link
                  href={source}
                  target="_blank"
                  rel="noopener noreferrer"
                  underline="always"
                >
                  {t('onboarding.storage.limitSource')}
                </Link>
                )
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Nobody here knows the prices of a store on premises. */
function serviceOf(id: StorageProviderId): StorageService | undefined {
  return id === 'other-s3' ? undefined : storageServices[id];
}
