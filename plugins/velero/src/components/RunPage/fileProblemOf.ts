import { statusCodeOf } from '../../hooks/isDefinitiveError';

/** The reasons that the backend tells apart, see `docs/artifacts.md`. */
const PROBLEMS = [
  'cluster-unreachable',
  'cluster-refuses',
  'right-missing',
  'kind-missing',
  'not-answered',
  'no-link',
  'address-refused',
  'store-unreachable',
  'certificate-unknown',
  'store-refuses',
  'missing',
  'not-gzip',
  'malformed',
  'cut',
  'too-large',
  'too-slow',
  'too-many',
  'busy',
] as const;

/** Why there is no file; `none` where Velero stored none, and `pending` where it has yet to. */
export type FileProblem = (typeof PROBLEMS)[number] | 'none' | 'pending';

/** `undefined` when the error has nothing to do with the file. */
export function fileProblemOf(error: Error): FileProblem | undefined {
  const { cause } = error as { cause?: { reason?: unknown } };
  const problem = PROBLEMS.find(each => each === cause?.reason);
  if (problem) {
    return problem;
  }
  switch (statusCodeOf(error)) {
    case 404:
      return 'none';
    case 409:
      return 'pending';
    default:
      return undefined;
  }
}
