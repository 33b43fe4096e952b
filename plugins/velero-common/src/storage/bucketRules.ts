/** What a service allows as the name of a bucket. @public */
export interface BucketRule {
  /** In words, as `3 to 63 lowercase letters, digits and hyphens`. */
  text: string;
  source: string;
  /** Says why a name is refused; nothing when it is allowed. */
  problemOf(bucket: string): string | undefined;
}

const AWS_SOURCE =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html';

/** Names that S3 keeps for itself. */
const RESERVED = [
  /^xn--/,
  /^sthree-/,
  /^amzn-s3-demo-/,
  /-s3alias$/,
  /--ol-s3$/,
  /\.mrap$/,
  /--x-s3$/,
  /--table-s3$/,
];

/**
 * Of DNS names with dots the first label would be all that a certificate for `*.store` covers, so that no preset takes
 * them: the store could only be reached without checking who answers.
 */
const LABEL = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

const LABEL_TEXT =
  '3 to 63 lowercase letters, digits and hyphens, with a letter or digit at both ends';

function ruleOf(options: {
  source: string;
  text?: string;
  pattern?: RegExp;
  reserved?: RegExp[];
}): BucketRule {
  const { source, text = LABEL_TEXT, pattern = LABEL, reserved = [] } = options;
  return {
    text,
    source,
    problemOf: bucket => {
      if (!pattern.test(bucket)) {
        return `a name has ${text}`;
      }
      return reserved.some(form => form.test(bucket))
        ? 'the service keeps names of this form for itself'
        : undefined;
    },
  };
}

export const awsBuckets = ruleOf({ source: AWS_SOURCE, reserved: RESERVED });

export const r2Buckets = ruleOf({
  source: 'https://developers.cloudflare.com/r2/buckets/create-buckets/',
});

export const hetznerBuckets = ruleOf({
  source:
    'https://docs.hetzner.com/storage/object-storage/faq/buckets-objects/',
});

export const ociBuckets = ruleOf({
  source: 'https://docs.oracle.com/iaas/Content/Object/s3-virtual-style.htm',
});

export const obsBuckets = ruleOf({
  source:
    'https://support.huaweicloud.com/intl/en-us/sdk-java-devg-obs/obs_21_0108.html',
});

export const gcsBuckets = ruleOf({
  source: 'https://cloud.google.com/storage/docs/buckets#naming',
  text: '3 to 63 lowercase letters, digits, hyphens and underscores, with a letter or digit at both ends, and neither begins with goog nor holds google',
  pattern: /^(?!goog)(?!.*(?:google|g00gle))[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/,
});

export const otherBuckets = ruleOf({ source: AWS_SOURCE });
