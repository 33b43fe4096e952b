import { FieldValidation } from './admit';

/** How an object is to be written. */
export interface WriteOptions {
  /** In whose name fields are owned. */
  manager: string;
  fieldValidation?: FieldValidation;
  /** Told of what is odd but no reason to refuse the object. */
  warn?: (text: string) => void;
  /** Answers as if the object had been written. */
  dryRun?: boolean;
  subresource?: 'status';
}

export interface DeleteOptions {
  preconditions?: { uid?: string; resourceVersion?: string };
  /** What becomes of the objects that this one owns. */
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  dryRun?: boolean;
}
