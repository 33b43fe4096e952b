import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProtectionResponse,
  ProtectionTarget,
} from 'backstage-plugin-velero-common';
import { formatDuration } from '../../format/duration';
import { veleroTranslationRef } from '../../translation';
import { FactList } from '../ui/FactList';
import { TimeText } from '../ui/TimeText';

/** The numbers behind the sentence. */
export function ProtectionFacts(props: { protection: ProtectionResponse }) {
  const { state, lastGoodCopy, nextRun, target } = props.protection;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <FactList
      facts={[
        {
          name: t('protection.fact.state'),
          value: t(`protection.state.${state}`),
        },
        {
          name: t('protection.fact.lastGoodCopy'),
          value: (
            <TimeText
              value={lastGoodCopy?.startedAt}
              missing={t('protection.none')}
            />
          ),
        },
        {
          name: t('protection.fact.nextRun'),
          value: (
            <TimeText value={nextRun?.at} missing={t('protection.none')} />
          ),
        },
        {
          name: t('protection.fact.target'),
          value: target ? (
            <TargetText target={target} />
          ) : (
            t('protection.noTarget')
          ),
        },
      ]}
    />
  );
}

function TargetText(props: { target: ProtectionTarget }) {
  const { seconds, source } = props.target;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {t(`protection.target.${source}`, {
        duration: formatDuration(seconds * 1_000),
      })}
    </>
  );
}
