import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Fact, FactList } from '../ui/FactList';
import { Section } from '../ui/Section';

interface FactSectionsProps {
  /** Those without facts are left out. */
  sections: Array<{ title: string; facts: Fact[]; footer?: ReactNode }>;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(30rem, 100%), 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'VeleroFactSections' },
);

/** Facts by what they are about, side by side where there is room. */
export function FactSections(props: FactSectionsProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {props.sections
        .filter(({ facts }) => facts.length > 0)
        .map(({ title, facts, footer }) => (
          <Section key={title} title={title} level={3}>
            <FactList facts={facts} />
            {footer}
          </Section>
        ))}
    </div>
  );
}
