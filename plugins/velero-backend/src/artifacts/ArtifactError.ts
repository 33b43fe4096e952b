import { CustomErrorBase } from '@backstage/errors';

/** Why a file could not be fetched, with the status that the router answers. */
const STATUS = {
  'cluster-unreachable': 503,
  'cluster-refuses': 502,
  'right-missing': 502,
  'kind-missing': 502,
  'not-answered': 504,
  'no-link': 502,
  'address-refused': 502,
  'store-unreachable': 502,
  'certificate-unknown': 502,
  'store-refuses': 502,
  missing: 404,
  'not-gzip': 502,
  malformed: 502,
  cut: 502,
  'too-large': 502,
  'too-slow': 504,
  'too-many': 429,
  busy: 503,
} as const;

export type ArtifactProblem = keyof typeof STATUS;

/**
 * A file that could not be fetched. The message is a sentence for users that says what to do; it holds no address, as
 * the address of a file is the right to read it.
 */
export class ArtifactError extends CustomErrorBase {
  name = 'ArtifactError' as const;
  readonly reason: ArtifactProblem;
  readonly statusCode: number;

  constructor(reason: ArtifactProblem, message: string) {
    super(message);
    this.reason = reason;
    this.statusCode = STATUS[reason];
  }
}
