/** Where the object store of a sandbox listens. */
export interface StoreEndpoints {
  /** Without TLS; signed links lead there. */
  plain(): string;
  /** With TLS. */
  secure(): string[];
  /** Vouches for those with TLS, as PEM. */
  certificate?: string;
}
