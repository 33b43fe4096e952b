import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(8rem, max-content) 1fr',
      gap: theme.spacing(1, 3),
    },
    name: { color: theme.palette.text.secondary },
    value: { margin: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'VeleroFactList' },
);

/** Names and values, one pair a line. */
export function FactList(props: { facts: Fact[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.facts.map((fact, index) => (
        // Names come from the cluster, too, and may repeat.
        <Fragment key={`${index} ${fact.name}`}>
          <dt className={classes.name}>{fact.name}</dt>
          <dd className={classes.value}>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
