import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { ReactNode } from 'react';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';
import { EmptyKind, toneOfEmpty } from './emptyKind';

interface EmptyNoticeProps {
  kind: EmptyKind;
  /** What the list would show, as a noun. */
  what: string;
  clusters: ClusterFreshness[];
  /** What to do next. */
  action?: ReactNode;
}

/** Says why there are no rows. */
export function EmptyNotice(props: EmptyNoticeProps) {
  const { kind, what, clusters, action } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const live = clusters.filter(cluster => cluster.state === 'live').length;
  const names = clusters.map(cluster => cluster.title ?? cluster.name);
  return (
    <Notice
      tone={toneOfEmpty(kind)}
      title={t(`states.${kind}.title`, { what })}
      action={action}
    >
      {t(`states.${kind}.description`, {
        what,
        clusters: names.join(', '),
        live: String(live),
        total: String(clusters.length),
      })}
    </Notice>
  );
}
