import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { ArtifactLimits } from './ArtifactLimits';
import { createStoreConnector } from './createStoreConnector';
import { SignedLink } from './SignedLink';
import { toStoreError } from './storeError';
import { readStoreRefusal } from './storeRefusal';

/**
 * Opens a file as the store keeps it. Redirects are not followed: undici does not by itself. Each file has a connection
 * of its own, which ends with it: what one location lets the portal trust must not serve another.
 */
export async function openStoredFile(options: {
  link: SignedLink;
  limits: ArtifactLimits;
  noun: string;
  /** PEM of an authority to trust besides the usual ones. */
  authority?: string;
  signal: AbortSignal;
}): Promise<Readable> {
  const { link, limits, noun, authority, signal } = options;
  const { origin, path } = link.reveal();
  const agent = new Agent({
    allowH2: false,
    // A store that keeps connections closes one that it takes for idle, while a slow reader still has a part to come.
    pipelining: 0,
    connect: createStoreConnector({
      timeout: limits.connectTimeout,
      authority,
    }),
  });
  try {
    const response = await agent.request({
      origin,
      path,
      method: 'GET',
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'backstage-plugin-velero-backend',
      },
      signal,
      headersTimeout: limits.silence,
      bodyTimeout: limits.silence,
    });
    // Reading the body reports its errors; without a listener one that comes earlier would end the process.
    response.body.on('error', () => undefined);
    if (response.statusCode !== 200) {
      throw await readStoreRefusal(response, noun);
    }
    return response.body.once('close', () => close(agent));
  } catch (error) {
    close(agent);
    throw toStoreError(error, noun);
  }
}

function close(agent: Agent) {
  agent.destroy().catch(() => undefined);
}
