import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';
import { RunReference } from './RunReference';

/** Says that a list holds only what concerns the reader. */
export function SharedNotice(props: { run: RunReference }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return props.run.shared ? (
    <Notice tone="neutral" title={t('page.shared.title')}>
      {t(`page.shared.description.${props.run.type}`)}
    </Notice>
  ) : null;
}
