import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { StatusLabel, Tone } from './StatusLabel';

interface NoticeProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Says in place of rows, or above them, what the reader has to know, and offers the way on. */
export function Notice(props: NoticeProps) {
  return (
    <Box py={1} role="status">
      <Typography variant="subtitle1" component="p">
        <StatusLabel tone={props.tone}>{props.title}</StatusLabel>
      </Typography>
      {props.children && (
        <Typography variant="body2" component="div">
          {props.children}
        </Typography>
      )}
      {props.action && <Box mt={1}>{props.action}</Box>}
    </Box>
  );
}
