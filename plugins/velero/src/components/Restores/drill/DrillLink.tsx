import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRestorePaths } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';

/** Leads to the request of a drill; nothing in an app that has no such page. */
export function DrillLink(props: { request: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  return paths ? (
    <Link to={paths.request(props.request)}>{t('restoreDrill.request')}</Link>
  ) : null;
}
