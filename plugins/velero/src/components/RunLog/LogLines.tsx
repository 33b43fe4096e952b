import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { CSSProperties, forwardRef, HTMLAttributes } from 'react';
import { FixedSizeList } from 'react-window';
import { veleroTranslationRef } from '../../translation';
import { LogLine } from './LogLine';
import { LogLineView } from './LogLineView';

const LINE_HEIGHT = 22;
const MAX_HEIGHT = 26 * LINE_HEIGHT;
/** Room for the bar that scrolls long lines sideways. */
const SCROLLBAR = 18;

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      fontFamily: 'monospace',
      fontSize: '0.8125rem',
      '& ul': { listStyle: 'none', margin: 0, padding: 0 },
    },
  }),
  { name: 'VeleroLogLines' },
);

/** Takes the focus, so that it can be scrolled by keyboard. */
const ScrollArea = forwardRef<HTMLDivElement, HTMLAttributes<HTMLDivElement>>(
  (props, ref) => (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={ref} {...props} tabIndex={0} />
  ),
);

/** Lines of a log, of which only those are laid out that can be seen. */
export function LogLines(props: { lines: LogLine[]; name: string }) {
  const { lines, name } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const height = Math.min(MAX_HEIGHT, lines.length * LINE_HEIGHT) + SCROLLBAR;
  return (
    <section aria-label={t('page.log.of', { name })} className={classes.root}>
      <FixedSizeList
        height={height}
        width="100%"
        itemCount={lines.length}
        itemSize={LINE_HEIGHT}
        itemData={lines}
        itemKey={index => lines[index].number}
        outerElementType={ScrollArea}
        innerElementType="ul"
        overscanCount={10}
      >
        {Row}
      </FixedSizeList>
    </section>
  );
}

function Row(props: { index: number; style: CSSProperties; data: LogLine[] }) {
  const { index, style, data } = props;
  return (
    <li
      // Long lines make it wider than what is seen of it.
      style={{ ...style, width: 'auto', minWidth: '100%' }}
      aria-setsize={data.length}
      aria-posinset={index + 1}
    >
      <LogLineView line={data[index]} />
    </li>
  );
}
