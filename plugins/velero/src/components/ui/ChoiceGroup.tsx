import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { ReactNode } from 'react';
import { StatusLabel } from './StatusLabel';

/** Choices that belong together, with what is wrong with them. */
export function ChoiceGroup(props: {
  title: string;
  problem?: string;
  children: ReactNode;
}) {
  const { title, problem, children } = props;
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{title}</FormLabel>
      {children}
      {problem && (
        <FormHelperText role="status" component="div">
          <StatusLabel tone="error">{problem}</StatusLabel>
        </FormHelperText>
      )}
    </FormControl>
  );
}
