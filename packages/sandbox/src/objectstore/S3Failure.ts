import { randomBytes } from 'node:crypto';

/** Why the object store refused, as it says so in XML. */
export interface S3Refusal {
  status: number;
  code: string;
  message: string;
}

export const NO_SUCH_BUCKET: S3Refusal = {
  status: 404,
  code: 'NoSuchBucket',
  message: 'The specified bucket does not exist.',
};

export const NO_SUCH_KEY: S3Refusal = {
  status: 404,
  code: 'NoSuchKey',
  message: 'The specified key does not exist.',
};

export const SIGNATURE_MISMATCH: S3Refusal = {
  status: 403,
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
};

export const UNKNOWN_ACCESS_KEY: S3Refusal = {
  status: 403,
  code: 'InvalidAccessKeyId',
  message: 'The AWS Access Key Id you provided does not exist in our records.',
};

export const LINK_EXPIRED: S3Refusal = {
  status: 403,
  code: 'AccessDenied',
  message: 'Request has expired',
};

export const ACCESS_DENIED: S3Refusal = {
  status: 403,
  code: 'AccessDenied',
  message: 'Access Denied',
};

export const TIME_TOO_SKEWED: S3Refusal = {
  status: 403,
  code: 'RequestTimeTooSkewed',
  message:
    "The difference between the request time and the server's time is too large.",
};

export function wrongRegion(given: string, expected: string): S3Refusal {
  return {
    status: 400,
    code: 'AuthorizationHeaderMalformed',
    message: `The authorization header is malformed; the region '${given}' is wrong; expecting '${expected}'`,
  };
}

/** Those that the SDK has a type for; it names the others as errors of the API. */
const TYPED = [NO_SUCH_BUCKET, NO_SUCH_KEY];

/** A request to the object store that failed, in the words of the SDK inside of Velero's plugin. */
export class S3Failure extends Error {
  readonly refusal: S3Refusal;

  constructor(options: {
    operation: string;
    refusal: S3Refusal;
    /** What the plugin was about to do. */
    doing?: string;
  }) {
    const { operation, refusal, doing } = options;
    const { status, code, message } = refusal;
    // The ids differ at each attempt, so that the message never stays the same.
    const id = randomBytes(8).toString('hex').toUpperCase();
    const label = TYPED.includes(refusal) ? code : `api error ${code}`;
    super(
      `rpc error: code = Unknown desc = ${
        doing ? `${doing}: ` : ''
      }operation error S3: ${operation}, https response error StatusCode: ${status}, RequestID: ${id}, HostID: ${id}, ${label}: ${message}`,
    );
    this.refusal = refusal;
  }
}
