import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  PlannedPlace,
  Refusal,
  RefusalCode,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StatusLabel } from '../ui/StatusLabel';
import { RefusalList } from './RefusalList';
import { useTenantPlan } from './useTenantPlan';

/** Prefixes are chosen with the clusters, so that a place is more than what stands below `storage`. */
const PLACE_CODES: RefusalCode[] = [
  'place-taken',
  'place-foreign',
  'place-doubled',
  'place-nested',
  'bucket-root',
  'prefix-invalid',
  'prefix-not-tenants',
];

/** Says, while one types, whether anything else writes where the backups are to go. */
export function PlaceCheck(props: { request?: TenantRequest }) {
  const { request } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <section aria-label={t('onboarding.storage.check')}>
      <Typography variant="subtitle2" component="p">
        {t('onboarding.storage.check')}
      </Typography>
      <PlaceAnswer request={request} />
    </section>
  );
}

function PlaceAnswer(props: { request?: TenantRequest }) {
  const { request } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { answer: response, error, pending, retry } = useTenantPlan(request);
  if (error) {
    return <QueryErrorNotice error={error} onRetry={retry} />;
  }
  if (!response) {
    return (
      <Typography role="status" variant="body2">
        {t(pending ? 'onboarding.loading' : 'onboarding.storage.waiting')}
      </Typography>
    );
  }
  const refusals = response.refusals.filter(concernsPlace);
  return (
    <div role="status">
      <RefusalList refusals={refusals} />
      {response.plan?.places.map(place => (
        <div key={`${place.writer} ${placeText(place)}`}>
          <StatusLabel tone="ok">
            {t('onboarding.storage.free', {
              place: placeText(place),
              cluster: place.writer,
            })}
          </StatusLabel>
        </div>
      ))}
      {!response.plan && refusals.length === 0 && (
        <RefusalList refusals={response.refusals} />
      )}
    </div>
  );
}

function concernsPlace({ code, field }: Refusal): boolean {
  return PLACE_CODES.includes(code) || field.startsWith('storage');
}

function placeText({ endpoint, bucket, prefix }: PlannedPlace): string {
  return [endpoint, bucket, prefix].filter(Boolean).join('/');
}
