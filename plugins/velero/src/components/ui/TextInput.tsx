import TextField from '@material-ui/core/TextField';
import { StatusLabel } from './StatusLabel';

/** A field for a text, with what is wrong with it, or else a hint. */
export function TextInput(props: {
  id: string;
  label: string;
  value: string;
  hint?: string;
  problem?: string;
  /** Lines to begin with; one where nothing is said, which does not grow. */
  rows?: number;
  onChange(value: string): void;
}) {
  const { id, label, value, hint, problem, rows, onChange } = props;
  return (
    <TextField
      fullWidth
      id={id}
      label={label}
      value={value}
      multiline={rows !== undefined}
      rows={rows}
      onChange={event => onChange(event.target.value)}
      inputProps={{ 'aria-invalid': problem !== undefined }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        problem ? <StatusLabel tone="error">{problem}</StatusLabel> : hint
      }
    />
  );
}
