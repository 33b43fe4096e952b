import { ArtifactError } from './ArtifactError';

/**
 * The address of a file, which is also the right to read it: whoever has it needs no credential. It shows itself to
 * nobody by accident, neither as JSON nor in a log line.
 */
export class SignedLink {
  readonly #url: URL;

  private constructor(url: URL) {
    this.#url = url;
  }

  /** @throws ArtifactError when it is not an address over HTTP */
  static parse(text: string): SignedLink {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw new ArtifactError(
        'no-link',
        'Velero answered with a link that does not lead to a store over HTTP; look at the configuration of the storage location',
      );
    }
    return new SignedLink(url);
  }

  /** Gives the parts that a request needs, to code that sends it. */
  reveal(): { origin: string; path: string; hostname: string } {
    const { origin, pathname, search, hostname } = this.#url;
    return {
      origin,
      path: `${pathname}${search}`,
      hostname: hostname.replace(/^\[|\]$/g, ''),
    };
  }
}
