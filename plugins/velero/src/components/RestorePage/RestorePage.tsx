import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreDetails } from 'backstage-plugin-velero-common';
import { Navigate, Route, Routes } from 'react-router-dom';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useRunKey, useRunPath } from '../../hooks/useRunPath';
import { useVeleroChanges } from '../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../translation';
import {
  ContentsTab,
  LogTab,
  ResultsTab,
  VolumesTab,
  YamlTab,
} from '../RunPage/lazyTabs';
import { RunAnswer } from '../RunPage/RunAnswer';
import { RunFrame } from '../RunPage/RunFrame';
import { referenceOf } from '../RunPage/RunReference';
import { RunTab, RunTabs } from '../RunPage/RunTabs';
import { RestoreOverview } from './RestoreOverview';

const TABS: RunTab[] = [
  'overview',
  'contents',
  'volumes',
  'results',
  'log',
  'yaml',
];

/** One restore, kept up to date while it runs. */
export function RestorePage() {
  const key = useRunKey();
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: backupKeyToText(key),
    version: useVeleroChanges(),
    load: signal => api.getRestore(key, { signal }),
  });
  return (
    <RunFrame
      name={key.name}
      subtitle={t('page.subtitle.restore', { cluster: key.cluster })}
    >
      <RunAnswer query={query} what={t('page.restoreTitle')}>
        {restore => <RestoreTabs restore={restore} />}
      </RunAnswer>
    </RunFrame>
  );
}

function RestoreTabs(props: { restore: RestoreDetails }) {
  const { restore } = props;
  const path = useRunPath('restore')(restore);
  const run = referenceOf('restore', restore);
  return (
    <>
      <RunTabs path={path} tabs={TABS} />
      <Routes>
        <Route index element={<RestoreOverview restore={restore} />} />
        <Route path="contents" element={<ContentsTab run={run} />} />
        <Route path="volumes" element={<VolumesTab run={run} />} />
        <Route path="results" element={<ResultsTab run={run} />} />
        <Route path="log" element={<LogTab run={run} />} />
        <Route path="yaml" element={<YamlTab run={run} object={restore} />} />
        <Route path="*" element={<Navigate to={path} replace />} />
      </Routes>
    </>
  );
}
