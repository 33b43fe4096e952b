import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DrillResult as Result,
  hasEnded,
  RequestedDrill,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { formatDuration } from '../../../format/duration';
import { veleroTranslationRef } from '../../../translation';
import { Fact, FactList } from '../../ui/FactList';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { StatusLabel, Tone } from '../../ui/StatusLabel';

const toneOfCleanup: Record<RequestedDrill['cleanup'], Tone> = {
  pending: 'waiting',
  deleting: 'running',
  done: 'ok',
  failed: 'error',
};

/** What a drill has shown, and whether all of it is gone again. */
export function DrillResult(props: {
  request: RestoreRequestDetails;
  drill: RequestedDrill;
}) {
  const { request, drill } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('restoreDrill.page.title')} level={3}>
      <Finding request={request} result={drill.result} />
      <FactList facts={useFacts(drill)} />
      {drill.message && (
        <Notice
          tone={drill.cleanup === 'failed' ? 'error' : 'warning'}
          title={drill.message}
        >
          {drill.remedy && (
            <LinesText
              text={t('restoreRequest.checks.remedy', {
                remedy: drill.remedy,
              })}
            />
          )}
        </Notice>
      )}
    </Section>
  );
}

function Finding(props: { request: RestoreRequestDetails; result?: Result }) {
  const { request, result } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!result) {
    const isOver = hasEnded(request.state) && !request.restore;
    return (
      <Notice
        tone={isOver ? 'neutral' : 'waiting'}
        title={t(
          isOver ? 'restoreDrill.page.never' : 'restoreDrill.page.pending',
        )}
      />
    );
  }
  return result.proven ? (
    <Notice tone="ok" title={t('restoreDrill.page.proven')} />
  ) : (
    <Notice tone="error" title={t('restoreDrill.page.notProven')}>
      <LinesText text={result.reasons.join('\n')} />
    </Notice>
  );
}

function useFacts({ cleanup, result }: RequestedDrill): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    ...useResultFacts(result),
    {
      name: t('restoreDrill.page.cleanup'),
      value: (
        <StatusLabel tone={toneOfCleanup[cleanup]}>
          {t(`restoreDrill.page.cleanupState.${cleanup}`)}
        </StatusLabel>
      ),
    },
  ];
}

function useResultFacts(result: Result | undefined): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!result) {
    return [];
  }
  const { duration, itemsRestored, itemsInBackup, limits } = result;
  return [
    {
      name: t('restoreDrill.page.duration'),
      value:
        duration === undefined
          ? t('restoreDrill.page.unknown')
          : formatDuration(duration),
    },
    { name: t('restoreDrill.page.items'), value: String(itemsRestored) },
    { name: t('restoreDrill.page.inBackup'), value: String(itemsInBackup) },
    { name: t('restoreDrill.page.warnings'), value: String(result.warnings) },
    { name: t('restoreDrill.page.errors'), value: String(result.errors) },
    {
      name: t('restoreDrill.page.limits'),
      value:
        limits.length > 0 ? (
          <LinesText text={limits.join('\n')} />
        ) : (
          t('restoreDrill.page.noLimits')
        ),
    },
  ];
}
