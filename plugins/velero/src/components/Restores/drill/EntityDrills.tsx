import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { DrillsResponse } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { LiveQuery, useLiveQuery } from '../../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../../translation';
import { LoadingRows } from '../../states/LoadingRows';
import { QueryErrorNotice } from '../../states/QueryErrorNotice';
import { StaleRowsNotice } from '../../states/StaleRowsNotice';
import { Section } from '../../ui/Section';
import { DrillTimes } from './DrillTimes';
import { LastDrills } from './LastDrills';
import { OpenDrill } from './OpenDrill';
import { RunDrill } from './RunDrill';

/** Whether backups of an entity are proven to be restorable, and how that comes to be known. */
export function EntityDrills(props: { entityRef: string; version: number }) {
  const { entityRef, version } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: entityRef,
    version,
    load: signal => api.getDrills(entityRef, { signal }),
  });
  // Nothing can be said of what is not proven to be the reader's; that is said elsewhere.
  if (query.value?.namespaces.length === 0) {
    return null;
  }
  return (
    <Section title={t('restoreDrill.title')}>
      <DrillsAnswer entityRef={entityRef} query={query} />
    </Section>
  );
}

function DrillsAnswer(props: {
  entityRef: string;
  query: LiveQuery<DrillsResponse>;
}) {
  const { entityRef, query } = props;
  const { value, error, retry } = query;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!value) {
    return error ? (
      <QueryErrorNotice error={error} onRetry={retry} />
    ) : (
      <LoadingRows what={t('restoreDrill.noun')} />
    );
  }
  return (
    <>
      <StaleRowsNotice query={query} />
      <LastDrills drills={value} />
      {value.open && <OpenDrill open={value.open} />}
      <RunDrill entityRef={entityRef} onAsked={retry} />
      <DrillTimes entityRef={entityRef} drills={value} onChange={retry} />
    </>
  );
}
