import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { BackupListState } from '../../hooks/useBackupListState';
import { veleroTranslationRef } from '../../translation';
import { EmptyKind, emptyKind } from '../states/emptyKind';
import { EmptyNotice } from '../states/EmptyNotice';
import { CommandLine } from '../ui/CommandLine';

interface NoBackupsProps {
  clusters: ClusterFreshness[];
  /** A proven namespace, for the command that makes the first schedule. */
  namespace?: string;
  listState: BackupListState;
}

/** Says why there are no restore points, and what to do next. */
export function NoBackups(props: NoBackupsProps) {
  const { clusters, listState } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { filtered, cursor } = listState;
  const kind = emptyKind({ clusters, filtered, cursor });
  return (
    <EmptyNotice
      kind={kind}
      what={t('backups.noun')}
      clusters={clusters}
      action={<NextStep kind={kind} {...props} />}
    />
  );
}

function NextStep(props: NoBackupsProps & { kind: EmptyKind }) {
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
