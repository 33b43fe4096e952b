import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import {
  BackupSummary,
  ClusterFreshness,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { backupKeyToText } from '../../../format/backupKey';
import { veleroTranslationRef } from '../../../translation';
import { PartialNotice } from '../../ClusterFreshness/PartialNotice';
import { emptyKind } from '../../states/emptyKind';
import { EmptyNotice } from '../../states/EmptyNotice';
import { LoadingRows } from '../../states/LoadingRows';
import { QueryErrorNotice } from '../../states/QueryErrorNotice';
import { StaleRowsNotice } from '../../states/StaleRowsNotice';
import { Choice } from '../../ui/Choice';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Notice } from '../../ui/Notice';
import { PointHint } from './PointHint';
import { RestoreForm } from './RestoreForm';
import { isSameStored, newestGood } from './restorePoints';
import { RestorePoints } from './useRestorePoints';

/** As many are shown at first, and so many more each time. */
const SHOWN = 5;
const STEP = 20;

/** From when the data is to be. */
export function PointChoice(props: { form: RestoreForm }) {
  const { query, items } = props.form.points;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!query.value) {
    return query.error ? (
      <QueryErrorNotice error={query.error} onRetry={query.retry} />
    ) : (
      <LoadingRows what={t('restoreWizard.what.pointsNoun')} rows={5} />
    );
  }
  const { clusters } = query.value;
  if (items.length === 0 && !props.form.point) {
    return <NoPoints clusters={clusters} />;
  }
  return (
    <>
      <StaleRowsNotice query={query} />
      <PartialNotice clusters={clusters} />
      <PointRadios form={props.form} />
    </>
  );
}

/** Tells apart that there is nothing, and that nobody knows. */
function NoPoints(props: { clusters: ClusterFreshness[] }) {
  const { clusters } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const kind = emptyKind({ clusters });
  return kind === 'empty' ? (
    <Notice tone="neutral" title={t('restoreWizard.what.none')}>
      {t('restoreWizard.what.noneNext')}
    </Notice>
  ) : (
    <EmptyNotice
      kind={kind}
      what={t('restoreWizard.what.pointsNoun')}
      clusters={clusters}
    />
  );
}

function PointRadios(props: { form: RestoreForm }) {
  const { points, point, change } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  const [limit, setLimit] = useState(SHOWN);
  const shown = shownOf(points.items.slice(0, limit), point);
  const best = newestGood(points.items);
  return (
    <ChoiceGroup title={t('restoreWizard.what.points')}>
      <RadioGroup aria-label={t('restoreWizard.what.points')}>
        {shown.map(item => (
          <Choice
            key={backupKeyToText(item)}
            id={`velero-restore-point-${backupKeyToText(item)}`}
            control={Radio}
            label={item.name}
            value={backupKeyToText(item)}
            checked={point !== undefined && isSameStored(item, point)}
            hint={<PointHint point={item} isNewest={item === best} />}
            onChoose={() => change(chosen(item))}
          />
        ))}
      </RadioGroup>
      {limit < points.items.length ? (
        <MoreButton onClick={() => setLimit(limit + STEP)} />
      ) : (
        <OlderPoints points={points} onLoad={() => setLimit(limit + STEP)} />
      )}
    </ChoiceGroup>
  );
}

/** Gets from the backend what is older than all that is known so far. */
function OlderPoints(props: { points: RestorePoints; onLoad(): void }) {
  const { older, hasMore, loadMore } = props.points;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (older.error) {
    return <QueryErrorNotice error={older.error} onRetry={older.retry} />;
  }
  if (older.outdated && hasMore) {
    return <LoadingRows what={t('restoreWizard.what.pointsNoun')} rows={2} />;
  }
  return hasMore ? (
    <MoreButton
      onClick={() => {
        props.onLoad();
        loadMore();
      }}
    />
  ) : null;
}

function MoreButton(props: { onClick(): void }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div>
      <Button size="small" onClick={props.onClick}>
        {t('restoreWizard.what.more')}
      </Button>
    </div>
  );
}

/** What was chosen is among them, however old it is. */
function shownOf(items: BackupSummary[], point: BackupSummary | undefined) {
  return !point || items.some(item => isSameStored(item, point))
    ? items
    : [...items, point];
}

/** Another restore point has other namespaces. */
function chosen({ cluster, veleroNamespace, name }: BackupSummary) {
  return { backup: { cluster, veleroNamespace, name }, sources: undefined };
}
