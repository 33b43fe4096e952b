import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { ReactNode } from 'react';

export interface SimpleColumn<TRow> {
  header: string;
  render(row: TRow): ReactNode;
}

interface SimpleTableProps<TRow> {
  /** Says to a screen reader what the table lists. */
  label: string;
  /** The first one names the row. */
  columns: SimpleColumn<TRow>[];
  rows: TRow[];
  rowKey(row: TRow): string;
  /** True while other rows are on their way. */
  busy?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    cell: {
      padding: theme.spacing(1),
      lineHeight: 1.4,
      verticalAlign: 'top',
      // The theme breaks words anywhere, which makes columns of a few letters.
      wordBreak: 'normal',
      '& .MuiTypography-caption': { lineHeight: 1.35 },
    },
    header: { fontWeight: 700, verticalAlign: 'bottom' },
    busy: { opacity: 0.6 },
  }),
  { name: 'VeleroSimpleTable' },
);

/** A table of rows that the server has already sorted, filtered and cut into pages. */
export function SimpleTable<TRow>(props: SimpleTableProps<TRow>) {
  const { label, columns, rows, rowKey, busy = false } = props;
  const classes = useStyles();
  return (
    <TableContainer>
      <Table
        size="small"
        aria-label={label}
        aria-busy={busy}
        className={busy ? classes.busy : undefined}
      >
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column.header}
                className={`${classes.cell} ${classes.header}`}
              >
                {column.header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={rowKey(row)}>
              {columns.map((column, index) => (
                <TableCell
                  key={column.header}
                  className={classes.cell}
                  {...(index === 0 && { component: 'th', scope: 'row' })}
                >
                  {column.render(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
