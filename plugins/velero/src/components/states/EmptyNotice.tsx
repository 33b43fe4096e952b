import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { BackupListState } from '../../hooks/useBackupListState';
import { veleroTranslationRef } from '../../translation';
import { CommandLine } from '../ui/CommandLine';
import { Notice } from '../ui/Notice';
import { EmptyKind, emptyKind, toneOfEmpty } from './emptyKind';

interface EmptyNoticeProps {
  clusters: ClusterFreshness[];
  /** A proven namespace, for the command that makes the first schedule. */
  namespace?: string;
  listState: BackupListState;
}

/** Says why there are no rows, and what to do next. */
export function EmptyNotice(props: EmptyNoticeProps) {
  const { clusters, listState } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { filtered, cursor } = listState;
  const kind = emptyKind({ clusters, filtered, cursor });
  const live = clusters.filter(cluster => cluster.state === 'live').length;
  const names = clusters.map(cluster => cluster.title ?? cluster.name);
  return (
    <Notice
      tone={toneOfEmpty(kind)}
      title={t(`states.${kind}.title`)}
      action={<NextStep kind={kind} {...props} />}
    >
      {t(`states.${kind}.description`, {
        clusters: names.join(', '),
        live: String(live),
        total: String(clusters.length),
      })}
    </Notice>
  );
}

function NextStep(props: EmptyNoticeProps & { kind: EmptyKind }) {
  const { kind, namespace, listState } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (kind === 'empty' && namespace) {
    return (
      <CommandLine
        command={`velero schedule create ${namespace} --schedule "0 2 * * *" --include-namespaces ${namespace}`}
      />
    );
  }
  if (kind === 'filteredEmpty') {
    return (
      <Button variant="outlined" onClick={listState.resetFilters}>
        {t('actions.resetFilters')}
      </Button>
    );
  }
  if (kind === 'pastTheEnd') {
    return (
      <Button variant="outlined" onClick={listState.toFirstPage}>
        {t('actions.firstPage')}
      </Button>
    );
  }
  return null;
}
