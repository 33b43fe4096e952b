import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { ComponentType, ReactNode } from 'react';

/** What a Checkbox and a Radio have in common. */
interface ControlProps {
  color?: 'primary';
  inputProps?: { 'aria-describedby'?: string };
}

const useStyles = makeStyles(
  theme => ({
    // Below the label, which begins behind the control.
    hint: {
      margin: theme.spacing(-0.5, 0, 0.5, 4),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'VeleroChoice' },
);

/** One choice. Why it is disabled stays legible, and is read out with it. */
export function Choice(props: {
  id: string;
  label: string;
  control: ComponentType<ControlProps>;
  value?: string;
  checked: boolean;
  disabled?: boolean;
  hint?: ReactNode;
  onChoose(): void;
}) {
  const { id, label, control: Control, value, checked, disabled, hint } = props;
  const classes = useStyles();
  const hintId = `${id}-hint`;
  return (
    <div>
      <FormControlLabel
        label={label}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={props.onChoose}
        control={
          <Control
            color="primary"
            inputProps={hint ? { 'aria-describedby': hintId } : {}}
          />
        }
      />
      {hint && (
        <FormHelperText id={hintId} className={classes.hint} component="div">
          {hint}
        </FormHelperText>
      )}
    </div>
  );
}
