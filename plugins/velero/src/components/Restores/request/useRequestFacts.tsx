import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { writeLabels } from '../../../format/labelsText';
import { veleroTranslationRef } from '../../../translation';
import { Fact } from '../../ui/FactList';
import { LinesText } from '../../ui/LinesText';
import { useWishText } from '../useWishText';

/** What is asked for, over what, by whom and why. What was left open is left out. */
export function useRequestFacts(request: RestoreRequestDetails): Fact[] {
  return [...useWishFacts(request), ...useReasonFacts(request)];
}

function useWishFacts({ wish, restore, drill }: RestoreRequestDetails): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { all } = useWishText();
  const { backup, kinds, labels, modifier } = wish;
  return [
    ...given(
      t('restoreDrill.page.kind'),
      drill && t('restoreDrill.page.drill'),
    ),
    { name: t('restoreRequest.page.namespaces'), value: all(wish) },
    { name: t('restoreRequest.page.cluster'), value: backup.cluster },
    { name: t('restoreRequest.page.backup'), value: backup.name },
    {
      name: t('restoreRequest.page.existing'),
      value: t(`restoreRequest.summary.existing.${wish.existing}`),
    },
    {
      name: t('restoreRequest.page.volumes'),
      value: t(`restoreRequest.summary.volumes.${wish.volumes}`),
    },
    {
      name: t('restoreRequest.page.kinds'),
      value: kinds?.join(', ') ?? t('restoreRequest.page.allKinds'),
    },
    ...given(t('restoreRequest.page.labels'), labels && writeLabels(labels)),
    ...given(t('restoreRequest.page.modifier'), modifier),
    ...given(t('restoreRequest.page.restore'), restore),
  ];
}

function useReasonFacts(request: RestoreRequestDetails): Fact[] {
  const { requester, entityRef, wish, policy } = request;
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      name: t('restoreRequest.page.requester'),
      value: <EntityRefLink entityRef={requester} />,
    },
    ...(entityRef
      ? [
          {
            name: t('restoreRequest.page.entity'),
            value: <EntityRefLink entityRef={entityRef} />,
          },
        ]
      : []),
    {
      name: t('restoreRequest.page.reason'),
      value: <LinesText text={wish.reason} />,
    },
    // A link would lead wherever somebody has written.
    ...given(t('restoreRequest.page.ticket'), wish.ticket),
    {
      name: t('restoreRequest.page.policy'),
      value: policy.title ?? policy.id,
    },
  ];
}

function given(name: string, value: string | undefined): Fact[] {
  return value ? [{ name, value }] : [];
}
