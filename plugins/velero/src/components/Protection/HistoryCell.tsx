import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import PriorityHighIcon from '@material-ui/icons/PriorityHigh';
import RemoveIcon from '@material-ui/icons/Remove';
import { HistoryDay, HistoryState } from 'backstage-plugin-velero-common';
import { KeyboardEvent, Ref } from 'react';

/** Shapes tell the states apart where colours do not. */
const ICONS: Record<HistoryState, typeof CheckIcon> = {
  ok: CheckIcon,
  partial: PriorityHighIcon,
  failed: CloseIcon,
  none: RemoveIcon,
  unknown: HelpOutlineIcon,
};

const useStyles = makeStyles(
  theme => ({
    cell: {
      flex: '1 1 0',
      minWidth: 0,
      maxWidth: 28,
      height: 28,
      padding: 0,
      border: `2px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      background: 'transparent',
      color: theme.palette.text.primary,
      cursor: 'pointer',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
    },
    icon: { display: 'block', margin: 'auto', fontSize: '1rem' },
    ok: { borderColor: theme.palette.status.ok },
    partial: { borderColor: theme.palette.status.warning },
    failed: { borderColor: theme.palette.status.error },
    none: {},
    unknown: { borderStyle: 'dashed' },
  }),
  { name: 'VeleroHistoryCell' },
);

interface HistoryCellProps {
  buttonRef: Ref<HTMLButtonElement>;
  day: HistoryDay;
  /** What the day's cell means. */
  label: string;
  tabIndex: number;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
  onChoose(): void;
}

/** What became of the backups of one day. */
export function HistoryCell(props: HistoryCellProps) {
  const { day, label, buttonRef, onChoose, ...focus } = props;
  const classes = useStyles();
  const Icon = ICONS[day.state];
  return (
    <button
      ref={buttonRef}
      type="button"
      className={`${classes.cell} ${classes[day.state]}`}
      aria-label={label}
      title={label}
      onClick={onChoose}
      onMouseEnter={onChoose}
      {...focus}
    >
      <Icon className={classes.icon} aria-hidden="true" />
    </button>
  );
}
