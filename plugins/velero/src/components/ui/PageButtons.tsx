import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import FirstPageIcon from '@material-ui/icons/FirstPage';
import PreviousIcon from '@material-ui/icons/KeyboardArrowLeft';
import NextIcon from '@material-ui/icons/KeyboardArrowRight';
import { CursorPaging } from '../../hooks/useCursorPaging';
import { veleroTranslationRef } from '../../translation';

/** Leads through pages. A cursor leads forward only, so there are no numbers to jump to. */
export function PageButtons(props: {
  paging: CursorPaging;
  nextCursor?: string;
}) {
  const { paging, nextCursor } = props;
  const { cursor, toFirstPage, toPreviousPage, toNextPage } = paging;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <span>
      <IconButton
        size="small"
        aria-label={t('backups.first')}
        disabled={!cursor}
        onClick={toFirstPage}
      >
        <FirstPageIcon />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('backups.previous')}
        disabled={!toPreviousPage}
        onClick={toPreviousPage}
      >
        <PreviousIcon />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('backups.next')}
        disabled={!nextCursor}
        onClick={() => nextCursor && toNextPage(nextCursor)}
      >
        <NextIcon />
      </IconButton>
    </span>
  );
}
