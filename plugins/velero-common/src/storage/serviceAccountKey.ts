import { textAt } from '../velero/lenient';
import { CredentialForm, CredentialProblem } from './CredentialForm';

const FIELD = 'serviceAccountKey';

/** Far above the size of a key file. */
const MAXIMUM = 16_384;

/** What Velero's plugin needs of the file, to speak to the store and to sign links for logs and contents. */
const NEEDED = ['client_email', 'private_key'];

/** The key file of a Google service account, as the GCP plugin reads it. */
export const serviceAccountKey: CredentialForm = {
  title: 'Key of a service account',
  fields: [
    {
      name: FIELD,
      title: 'Key file',
      help: 'The JSON file that Google Cloud gives when a key of the service account is made.',
      required: true,
      secret: true,
      multiline: true,
    },
  ],
  example:
    '{\n  "type": "service_account",\n  "client_email": "<name>@<project>.iam.gserviceaccount.com",\n  "private_key": "<private key>",\n  …\n}\n',
  fileOf: values => {
    const text = Object.hasOwn(values, FIELD) ? values[FIELD].trim() : '';
    const message = problemOf(text);
    const problem: CredentialProblem | undefined = message
      ? { field: FIELD, message }
      : undefined;
    return problem ? { problems: [problem] } : { text: `${text}\n` };
  },
};

function problemOf(text: string): string | undefined {
  if (!text) {
    return 'Key file is missing';
  }
  if (text.length > MAXIMUM) {
    return `Key file is longer than ${MAXIMUM} characters`;
  }
  const key = parsed(text);
  const type = textAt(key, 'type');
  if (type !== 'service_account') {
    return 'Key file is no JSON with "type": "service_account"; another kind, as external_account, cannot sign the links by which logs are read';
  }
  const missing = NEEDED.find(name => !textAt(key, name));
  return missing && `Key file has no ${missing}`;
}

/** The message of the parser would quote the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
