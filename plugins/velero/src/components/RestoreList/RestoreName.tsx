import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreSummary } from 'backstage-plugin-velero-common';
import { useLeavingList } from '../../hooks/useListOrigin';
import { useRunPath } from '../../hooks/useRunPath';
import { veleroTranslationRef } from '../../translation';

/** The name of a restore, which leads to its page. */
export function RestoreName(props: { restore: RestoreSummary }) {
  const { name, cluster } = props.restore;
  const { t } = useTranslationRef(veleroTranslationRef);
  const pathOf = useRunPath('restore');
  const state = useLeavingList();
  return (
    <Link
      to={pathOf(props.restore)}
      state={state}
      aria-label={t('restores.openDetails', { name, cluster })}
    >
      {name}
    </Link>
  );
}
