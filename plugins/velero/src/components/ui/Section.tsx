import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** Of the heading: 3 where the page itself has a title within the tab. */
  level?: 2 | 3;
  /** What can be done about it. */
  action?: ReactNode;
  children: ReactNode;
}

/** One titled part of the page. */
export function Section(props: SectionProps) {
  const { level = 2 } = props;
  return (
    <Paper component="section" aria-label={props.title}>
      <Box p={2}>
        <Box display="flex" justifyContent="space-between" flexWrap="wrap">
          <Typography variant="h6" component={`h${level}`} gutterBottom>
            {props.title}
          </Typography>
          {props.action}
        </Box>
        {props.children}
      </Box>
    </Paper>
  );
}
