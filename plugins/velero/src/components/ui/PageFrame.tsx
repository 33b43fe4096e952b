import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BackIcon from '@material-ui/icons/ArrowBack';
import { ReactNode, useEffect, useRef } from 'react';

interface PageFrameProps {
  /** The way back to the list; none where there is no such page. */
  back?: { text: string; to: string; state?: unknown };
  title: string;
  /** What stands right behind the title. */
  beside?: ReactNode;
  /** What can be done. */
  action?: ReactNode;
  subtitle?: ReactNode;
  /** True when a link was followed to get here: it is gone, and the focus with it. */
  takesFocus?: boolean;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    back: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      '& svg': { fontSize: '1.2em' },
    },
    head: {
      margin: theme.spacing(1.5, 0, 0.5),
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minWidth: 0,
    },
    name: { overflowWrap: 'anywhere', margin: 0 },
  }),
  { name: 'VeleroPageFrame' },
);

/** A page below a list: the way back, its title, what can be done, and what it tells. */
export function PageFrame(props: PageFrameProps) {
  const { back, title, beside, action, subtitle, takesFocus, children } = props;
  const classes = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) {
      heading.current?.focus();
    }
  }, [takesFocus, title]);
  return (
    <div className={classes.root}>
      <div>
        {back && (
          <Link to={back.to} state={back.state} className={classes.back}>
            <BackIcon aria-hidden="true" />
            {back.text}
          </Link>
        )}
        <div className={classes.head}>
          <div className={classes.title}>
            <Typography
              ref={heading}
              tabIndex={-1}
              variant="h4"
              component="h2"
              className={classes.name}
            >
              {title}
            </Typography>
            {beside}
          </div>
          {action}
        </div>
        {subtitle}
      </div>
      {children}
    </div>
  );
}
