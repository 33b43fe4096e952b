import {
  CredentialField,
  CredentialForm,
  CredentialProblem,
} from './CredentialForm';

/** Longer than any key of a known store. */
const MAXIMUM = 512;

/**
 * An access key as the file that the AWS plugin reads.
 *
 * @param words - how the provider calls the two parts, and where they are made
 */
export function awsProfile(words: {
  accessKey: string;
  secretKey: string;
  help: string;
}): CredentialForm {
  const fields: CredentialField[] = [
    {
      name: 'accessKeyId',
      title: words.accessKey,
      help: words.help,
      required: true,
      secret: true,
      multiline: false,
    },
    {
      name: 'secretAccessKey',
      title: words.secretKey,
      help: 'Shown once, when the key is made.',
      required: true,
      secret: true,
      multiline: false,
    },
  ];
  return {
    title: 'Access key',
    fields,
    example: profileText('<access key>', '<secret key>'),
    fileOf: values => {
      const problems = fields.flatMap(field => problemsOf(field, values));
      return problems.length > 0
        ? { problems }
        : { text: profileText(values.accessKeyId, values.secretAccessKey) };
    },
  };
}

/** A line break or a space would change the meaning of the file, so that a value may hold neither. */
function problemsOf(
  { name, title }: CredentialField,
  values: Record<string, string>,
): CredentialProblem[] {
  const value = Object.hasOwn(values, name) ? values[name] : '';
  if (!value) {
    return [{ field: name, message: `${title} is missing` }];
  }
  return /^[\x21-\x7e]+$/.test(value) && value.length <= MAXIMUM
    ? []
    : [
        {
          field: name,
          message: `${title} holds a space, a line break or a character that no key has, or is longer than ${MAXIMUM} characters`,
        },
      ];
}

function profileText(accessKey: string, secretKey: string): string {
  return `[default]\naws_access_key_id=${accessKey}\naws_secret_access_key=${secretKey}\n`;
}
