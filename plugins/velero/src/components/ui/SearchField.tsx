import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';

interface SearchFieldProps {
  id: string;
  label: string;
  value: string;
  onChange(value: string): void;
}

const useStyles = makeStyles(
  theme => ({ root: { width: `min(${theme.spacing(50)}px, 100%)` } }),
  { name: 'VeleroSearchField' },
);

/** A field for a text to search for. */
export function SearchField(props: SearchFieldProps) {
  const { id, label, value, onChange } = props;
  const classes = useStyles();
  return (
    <TextField
      id={id}
      className={classes.root}
      type="search"
      label={label}
      InputLabelProps={{ shrink: true }}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  );
}
