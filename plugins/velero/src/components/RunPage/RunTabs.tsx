import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import { useListOrigin } from '../../hooks/useListOrigin';
import { veleroTranslationRef } from '../../translation';
import { LinkTabs } from '../ui/LinkTabs';

/** The parts of a page; the first one is at the address of the page itself. */
export type RunTab =
  | 'overview'
  | 'contents'
  | 'volumes'
  | 'results'
  | 'log'
  | 'related'
  | 'yaml';

interface RunTabsProps {
  /** Address of the page. */
  path: string;
  tabs: RunTab[];
}

/** Leads through the parts of a page. */
export function RunTabs(props: RunTabsProps) {
  const { path, tabs } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { state } = useListOrigin();
  const current = useParams()['*'] || 'overview';
  return (
    <LinkTabs
      label={t('page.tabs')}
      tabs={tabs.map(tab => ({
        title: t(`page.tab.${tab}`),
        to: tab === 'overview' ? path : `${path}/${tab}`,
        state,
        isCurrent: tab === current,
      }))}
    />
  );
}
