import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** What can be done about it. */
  action?: ReactNode;
  children: ReactNode;
}

/** One titled part of the page. */
export function Section(props: SectionProps) {
  return (
    <Paper component="section" aria-label={props.title}>
      <Box p={2}>
        <Box display="flex" justifyContent="space-between" flexWrap="wrap">
          <Typography variant="h6" component="h2" gutterBottom>
            {props.title}
          </Typography>
          {props.action}
        </Box>
        {props.children}
      </Box>
    </Paper>
  );
}
