import TextField from '@material-ui/core/TextField';
import {
  fieldProblemOf,
  ProviderField,
  StorageProvider,
} from 'backstage-plugin-velero-common';
import { StatusLabel } from '../ui/StatusLabel';

/** One of the things that a provider asks for. */
export function ProviderValueField(props: {
  provider: StorageProvider;
  field: ProviderField;
  value?: string;
  onChange(text: string): void;
}) {
  const { provider, field, value = '', onChange } = props;
  const { name, title, help, required, choices, example } = field;
  const problem = value ? fieldProblemOf(provider, name, value) : undefined;
  return (
    <TextField
      fullWidth
      select={choices !== undefined}
      SelectProps={{ native: true }}
      InputLabelProps={choices && { shrink: true }}
      id={`velero-onboarding-value-${name}`}
      label={title}
      required={required && field.default === undefined}
      placeholder={choices ? undefined : field.default ?? example}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      inputProps={{ 'aria-invalid': problem !== undefined }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        problem ? <StatusLabel tone="error">{problem}</StatusLabel> : help
      }
    >
      {choices && [
        <option key="" value="" aria-label={example} />,
        ...choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        )),
      ]}
    </TextField>
  );
}
