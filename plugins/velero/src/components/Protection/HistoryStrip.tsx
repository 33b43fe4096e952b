import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { HistoryCell } from './HistoryCell';
import { useDayText } from './useDayText';
import { useRovingFocus } from './useRovingFocus';

const useStyles = makeStyles(
  theme => ({
    strip: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 2,
      margin: theme.spacing(0.5, 0),
    },
  }),
  { name: 'VeleroHistoryStrip' },
);

/** One cell for each of the last 30 days. Arrow keys walk along it; the line below says what the chosen cell means. */
export function HistoryStrip(props: { entityRef: string; version: number }) {
  const { entityRef, version } = props;
  const classes = useStyles();
  const api = useApi(veleroApiRef);
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useLiveQuery({
    key: entityRef,
    version,
    load: signal => api.getEntityHistory(entityRef, {}, { signal }),
  });
  const days = query.value?.items ?? [];
  const [chosen, choose] = useState<number>();
  const focusOf = useRovingFocus({ count: days.length, onMove: choose });
  const dayText = useDayText();
  if (!query.value) {
    return query.error ? (
      <QueryErrorNotice error={query.error} onRetry={query.retry} />
    ) : (
      <LoadingRows what={t('protection.history')} rows={1} />
    );
  }
  const shown = days[chosen ?? days.length - 1];
  return (
    <div>
      <Typography variant="subtitle2" component="h3">
        {t('protection.history')}
      </Typography>
      <div
        role="group"
        aria-label={t('protection.history')}
        className={classes.strip}
      >
        {days.map((day, index) => (
          <HistoryCell
            key={day.date}
            day={day}
            label={dayText(day)}
            onChoose={() => choose(index)}
            {...focusOf(index)}
          />
        ))}
      </div>
      <Typography variant="caption" component="p" aria-live="polite">
        {shown && dayText(shown)}
      </Typography>
    </div>
  );
}
