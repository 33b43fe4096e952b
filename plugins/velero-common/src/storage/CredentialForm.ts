/** One part of a credential. @public */
export interface CredentialField {
  name: string;
  title: string;
  help: string;
  required: boolean;
  /** Whether a form hides what is typed. All of them stay out of logs, answers and plans. */
  secret: boolean;
  /** True for a text of several lines, as the content of a file. */
  multiline: boolean;
}

/** Something that is wrong with a credential, told without any of its text. @public */
export interface CredentialProblem {
  /** Name of the field. */
  field: string;
  message: string;
}

/** The text of a Secret's file, or why there is none. @public */
export type CredentialFile =
  | { text: string; problems?: undefined }
  | { text?: undefined; problems: CredentialProblem[] };

/**
 * How a credential is asked for, and the file that Velero's plugin reads. Its values are secret: they never stand in a
 * request, a plan or a message.
 *
 * @public
 */
export interface CredentialForm {
  title: string;
  fields: CredentialField[];
  /** What the file looks like, with places for the values. */
  example: string;
  fileOf(values: Record<string, string>): CredentialFile;
}

/** Key of the Secrets that the portal makes; the one that guides use. @public */
export const CREDENTIAL_KEY = 'cloud';
