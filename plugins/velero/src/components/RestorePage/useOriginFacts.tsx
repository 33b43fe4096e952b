import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreDetails } from 'backstage-plugin-velero-common';
import { useRunPath } from '../../hooks/useRunPath';
import { veleroTranslationRef } from '../../translation';
import { Fact } from '../ui/FactList';

/** From where a restore took what it brought back, and to which cluster. */
export function useOriginFacts(restore: RestoreDetails): Fact[] {
  const { backup, schedule, cluster, veleroNamespace, location } = restore;
  const { t } = useTranslationRef(veleroTranslationRef);
  const pathOf = useRunPath('backup');
  return [
    {
      name: t('restores.column.backup'),
      value: backup ? (
        <Link to={pathOf({ cluster, veleroNamespace, name: backup })}>
          {backup}
        </Link>
      ) : (
        t('restores.noBackup')
      ),
    },
    ...(schedule ? [{ name: t('details.schedule'), value: schedule }] : []),
    { name: t('details.location'), value: location ?? t('details.unknown') },
    { name: t('details.cluster'), value: cluster },
    { name: t('details.veleroNamespace'), value: veleroNamespace },
    { name: t('page.fact.uid'), value: restore.uid ?? t('details.unknown') },
  ];
}
