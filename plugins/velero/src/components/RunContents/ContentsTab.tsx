import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ResourcesResponse } from 'backstage-plugin-velero-common';
import { useSearchParams } from 'react-router-dom';
import { useFileQuery } from '../../hooks/useFileQuery';
import { useRunFiles } from '../../hooks/useRunFiles';
import { useSearchText } from '../../hooks/useSearchText';
import { veleroTranslationRef } from '../../translation';
import { FileAnswer } from '../RunPage/FileAnswer';
import { FileGate } from '../RunPage/FileGate';
import { RunReference } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { SearchField } from '../ui/SearchField';
import { Section } from '../ui/Section';
import { SimpleTable } from '../ui/SimpleTable';
import { ContentsPagination } from './ContentsPagination';
import { useContentsColumns } from './useContentsColumns';

/** Few enough to be laid out at once, however many there are in all. */
const PAGE_SIZE = 100;

/** The objects in a backup or restore: the server searches them, and gives them page by page. */
export function ContentsTab(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('page.tab.contents')} level={3}>
      <SharedNotice run={run} />
      <FileGate run={run} what={t('page.contents.noun')}>
        <Contents run={run} />
      </FileGate>
    </Section>
  );
}

function Contents(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const search = useSearchText('q', ['offset']);
  const [params] = useSearchParams();
  const offset = readOffset(params.get('offset'));
  const files = useRunFiles(run);
  const page = { q: search.wanted, limit: PAGE_SIZE, offset };
  const query = useFileQuery({
    key: JSON.stringify([run.type, run.key, page]),
    load: signal => files.resources(page, { signal }),
  });
  return (
    <>
      <SearchField
        id="velero-contents-search"
        label={t('page.contents.search')}
        value={search.text}
        onChange={search.setText}
      />
      <FileAnswer query={query} what={t('page.contents.noun')}>
        {answer => (
          <ContentsRows answer={answer} offset={offset} busy={query.outdated} />
        )}
      </FileAnswer>
    </>
  );
}

function ContentsRows(props: {
  answer: ResourcesResponse;
  offset: number;
  busy: boolean;
}) {
  const { answer, offset, busy } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useContentsColumns(answer.items);
  if (answer.items.length === 0 && offset === 0) {
    return (
      <Typography role="status">
        {busy ? t('page.contents.searching') : t('page.contents.empty')}
      </Typography>
    );
  }
  return (
    <>
      <SimpleTable
        label={t('page.contents.caption')}
        columns={columns}
        rows={answer.items}
        rowKey={({ groupVersionKind, namespace = '', name }) =>
          `${groupVersionKind}/${namespace}/${name}`
        }
        busy={busy}
      />
      <ContentsPagination
        offset={offset}
        pageSize={PAGE_SIZE}
        shown={answer.items.length}
        totalItems={answer.totalItems}
      />
    </>
  );
}

function readOffset(text: string | null): number {
  const offset = Number(text);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}
