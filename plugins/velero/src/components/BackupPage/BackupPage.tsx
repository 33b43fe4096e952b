import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { Navigate, Route, Routes } from 'react-router-dom';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { isRestorable } from '../../format/isRestorable';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useRunKey, useRunPath } from '../../hooks/useRunPath';
import { useVeleroChanges } from '../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../translation';
import { RequestRestoreButton } from '../Restores/RequestRestoreButton';
import {
  ContentsTab,
  LogTab,
  RelatedTab,
  ResultsTab,
  VolumesTab,
  YamlTab,
} from '../RunPage/lazyTabs';
import { RunAnswer } from '../RunPage/RunAnswer';
import { RunFrame } from '../RunPage/RunFrame';
import { referenceOf } from '../RunPage/RunReference';
import { RunTab, RunTabs } from '../RunPage/RunTabs';
import { BackupOverview } from './BackupOverview';

const TABS: RunTab[] = [
  'overview',
  'contents',
  'volumes',
  'results',
  'log',
  'related',
  'yaml',
];

/** One backup, kept up to date while it runs. */
export function BackupPage() {
  const key = useRunKey();
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const version = useVeleroChanges();
  const query = useLiveQuery({
    key: backupKeyToText(key),
    version,
    load: signal => api.getBackup(key, { signal }),
  });
  return (
    <RunFrame
      name={key.name}
      subtitle={t('page.subtitle.backup', { cluster: key.cluster })}
      action={query.value && <RestoreThis backup={query.value} />}
    >
      <RunAnswer query={query} what={t('details.title')}>
        {backup => <BackupTabs backup={backup} version={version} />}
      </RunAnswer>
    </RunFrame>
  );
}

function RestoreThis(props: { backup: BackupDetails }) {
  const { entity } = useEntity();
  return isRestorable(props.backup) ? (
    <RequestRestoreButton
      entityRef={stringifyEntityRef(entity)}
      backup={props.backup}
    />
  ) : null;
}

function BackupTabs(props: { backup: BackupDetails; version: number }) {
  const { backup, version } = props;
  const path = useRunPath('backup')(backup);
  const run = referenceOf('backup', backup);
  return (
    <>
      <RunTabs path={path} tabs={TABS} />
      <Routes>
        <Route index element={<BackupOverview backup={backup} />} />
        <Route path="contents" element={<ContentsTab run={run} />} />
        <Route path="volumes" element={<VolumesTab run={run} />} />
        <Route path="results" element={<ResultsTab run={run} />} />
        <Route path="log" element={<LogTab run={run} />} />
        <Route
          path="related"
          element={<RelatedTab backup={backup} version={version} />}
        />
        <Route path="yaml" element={<YamlTab run={run} object={backup} />} />
        <Route path="*" element={<Navigate to={path} replace />} />
      </Routes>
    </>
  );
}
