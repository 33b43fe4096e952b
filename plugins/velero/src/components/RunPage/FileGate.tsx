import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';
import { RunReference } from './RunReference';

interface FileGateProps {
  run: RunReference;
  /** The file, as a noun. */
  what: string;
  children: ReactNode;
}

/** Stands before a file that Velero stores at the end, so that nobody asks for it before; opens by itself. */
export function FileGate(props: FileGateProps) {
  const { run, what, children } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { lifecycle } = run;
  if (lifecycle !== 'waiting' && lifecycle !== 'running') {
    return <>{children}</>;
  }
  return (
    <Notice tone={lifecycle} title={t(`page.notYet.${lifecycle}`, { what })}>
      {t(`page.notYet.description.${run.type}`)}
    </Notice>
  );
}
