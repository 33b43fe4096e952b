import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  hasEnded,
  RestoreRequestDetails,
  RestoreRequestOutcome,
} from 'backstage-plugin-velero-common';
import { lazy, Suspense } from 'react';
import { parseTime } from '../../../format/absoluteTime';
import { formatDuration } from '../../../format/duration';
import { veleroTranslationRef } from '../../../translation';
import { LoadingRows } from '../../states/LoadingRows';
import { Fact, FactList } from '../../ui/FactList';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import { runOf } from './runOf';

const ResultsTab = lazy(() =>
  import('../../RunResults/ResultsTab').then(m => ({ default: m.ResultsTab })),
);

/** What came of it, in numbers, and, once it has ended, the errors and warnings by what they are about. */
export function RequestResult(props: { request: RestoreRequestDetails }) {
  const { request } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const title = t('restoreRequest.result.title');
  const run = hasEnded(request.state) ? runOf(request) : undefined;
  return (
    <>
      <Section title={title} level={3}>
        <FactList facts={useResultFacts(request.outcome ?? {})} />
      </Section>
      {run && (
        <Suspense fallback={<LoadingRows what={title} />}>
          <ResultsTab run={run} />
        </Suspense>
      )}
    </>
  );
}

function useResultFacts(outcome: RestoreRequestOutcome): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { phase, itemsDone, itemsTotal, warnings, errors } = outcome;
  const unknown = t('restoreRequest.result.unknown');
  const notYet = t('restoreRequest.result.notYet');
  // Velero leaves out what is zero.
  const none = outcome.completedAt ? 0 : notYet;
  return [
    { name: t('restoreRequest.result.phase'), value: phase ?? notYet },
    {
      name: t('restoreRequest.result.items'),
      value:
        itemsTotal === undefined
          ? unknown
          : t('restoreRequest.timeline.items', {
              done: String(itemsDone ?? 0),
              total: String(itemsTotal),
            }),
    },
    { name: t('restoreRequest.result.errors'), value: errors ?? none },
    { name: t('restoreRequest.result.warnings'), value: warnings ?? none },
    {
      name: t('restoreRequest.result.started'),
      value: <TimeText value={outcome.startedAt} missing={notYet} />,
    },
    {
      name: t('restoreRequest.result.completed'),
      value: <TimeText value={outcome.completedAt} missing={notYet} />,
    },
    {
      name: t('restoreRequest.result.duration'),
      value: durationOf(outcome) ?? notYet,
    },
  ];
}

function durationOf({ startedAt, completedAt }: RestoreRequestOutcome) {
  const [start, end] = [parseTime(startedAt), parseTime(completedAt)];
  return start !== undefined && end !== undefined
    ? formatDuration(end - start)
    : undefined;
}
