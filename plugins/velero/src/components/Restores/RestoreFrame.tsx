import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { useRestorePaths } from '../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../translation';
import { PageFrame } from '../ui/PageFrame';

/** A page about a restore, below the list of requests. */
export function RestoreFrame(props: {
  title: string;
  subtitle?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  return (
    <PageFrame
      {...props}
      back={paths && { to: paths.list, text: t('restoreRequest.page.back') }}
    />
  );
}
