import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import TextField from '@material-ui/core/TextField';
import {
  CredentialField,
  CredentialForm,
  taskSecretNameOf,
} from 'backstage-plugin-velero-common';
import { useEffect } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { StatusLabel } from '../ui/StatusLabel';

/** The name of the only credential that a template asks for. */
const NAME = 'credentials';

/** What the provider asks for as a credential. */
export function GivenCredentialFields(props: {
  form: CredentialForm;
  /** Whether the form takes the credential for complete. */
  isSet: boolean;
  onComplete(complete: boolean): void;
}) {
  const { form, isSet } = props;
  const { secrets, setSecrets } = useTemplateSecrets();
  const secretOf = ({ name }: CredentialField) =>
    secrets[taskSecretNameOf(NAME, name)] ?? '';
  const values = Object.fromEntries(
    form.fields.map(field => [field.name, secretOf(field)]),
  );
  const { problems = [] } = form.fileOf(values);
  const isComplete = problems.length === 0;
  const onComplete = useLatest(props.onComplete);
  useEffect(() => {
    if (isComplete !== isSet) {
      onComplete.current(isComplete);
    }
  }, [isComplete, isSet, onComplete]);
  return (
    <>
      {form.fields.map(field => (
        <SecretTextField
          key={field.name}
          field={field}
          value={secretOf(field)}
          problem={
            problems.find(problem => problem.field === field.name)?.message
          }
          onChange={text =>
            setSecrets({ [taskSecretNameOf(NAME, field.name)]: text })
          }
        />
      ))}
    </>
  );
}

function SecretTextField(props: {
  field: CredentialField;
  value: string;
  problem?: string;
  onChange(text: string): void;
}) {
  const { field, value, onChange } = props;
  const { name, title, help, required, secret, multiline } = field;
  const problem = value ? props.problem : undefined;
  return (
    <TextField
      fullWidth
      id={`velero-onboarding-secret-${name}`}
      label={title}
      required={required}
      type={secret && !multiline ? 'password' : 'text'}
      multiline={multiline}
      minRows={multiline ? 4 : undefined}
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      inputProps={{
        'aria-invalid': problem !== undefined,
        spellCheck: false,
        autoComplete: 'new-password',
      }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        problem ? <StatusLabel tone="error">{problem}</StatusLabel> : help
      }
    />
  );
}
