import { PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { RestorePages } from './RestorePages';

/** The pages with the header that an app on the legacy frontend system does not give them. */
export function LegacyRestorePages() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('restoreRequest.title')}>
      <RestorePages />
    </PageWithHeader>
  );
}
