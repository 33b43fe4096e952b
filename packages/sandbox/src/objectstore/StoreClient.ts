import { Bucket, FileContent } from './Bucket';
import { Buckets } from './Buckets';
import { NO_SUCH_BUCKET, NO_SUCH_KEY, S3Failure, S3Refusal } from './S3Failure';
import { StoreCredential } from './StoreCredential';

/** The answer to a HEAD has no body that could say more. */
const FORBIDDEN: S3Refusal = {
  status: 403,
  code: 'Forbidden',
  message: 'Forbidden',
};

/** Works on one bucket with a credential, as Velero's plugin does. What fails is thrown in its words. */
export class StoreClient {
  readonly bucketName: string;
  readonly credential: StoreCredential;
  readonly #buckets: Buckets;
  readonly #region?: string;

  constructor(options: {
    buckets: Buckets;
    bucket: string;
    credential: StoreCredential;
    /** That requests are signed for. */
    region?: string;
  }) {
    this.#buckets = options.buckets;
    this.#region = options.region;
    this.bucketName = options.bucket;
    this.credential = options.credential;
  }

  /** The names of the folders directly below a path. */
  folders(path: string): string[] {
    return this.#open('ListObjectsV2').folders(path);
  }

  has(key: string): boolean {
    if (this.#buckets.refusalOf(this.credential)) {
      throw new S3Failure({ operation: 'HeadObject', refusal: FORBIDDEN });
    }
    // A bucket that does not exist is not told from a key that does not.
    return this.#buckets.get(this.bucketName)?.has(key) ?? false;
  }

  read(key: string): Buffer {
    const operation = 'GetObject';
    const doing = `error getting object ${key}`;
    const content = this.#open(operation, doing).read(key);
    if (!content) {
      throw new S3Failure({ operation, doing, refusal: NO_SUCH_KEY });
    }
    return content;
  }

  write(key: string, content: FileContent) {
    const doing = `error putting object ${key}`;
    this.#open('PutObject', doing).write(key, content);
  }

  /** Removes all objects in a folder. */
  removeFolder(path: string) {
    this.#open('ListObjectsV2').removeAll(`${path}/`);
  }

  #open(operation: string, doing?: string): Bucket {
    const bucket = this.#buckets.get(this.bucketName);
    const refusal = this.#buckets.refusalIn({
      bucket: this.bucketName,
      credential: this.credential,
      region: this.#region,
    });
    if (refusal || !bucket) {
      throw new S3Failure({
        operation,
        doing,
        refusal: refusal ?? NO_SUCH_BUCKET,
      });
    }
    return bucket;
  }
}
