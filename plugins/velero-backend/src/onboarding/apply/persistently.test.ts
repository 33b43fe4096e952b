import { ClusterError, ClusterErrorKind } from '../../clusters/ClusterError';
import { contextOf } from '../__testUtils__/contextOf';
import { persistently } from './persistently';

function failing(kind: ClusterErrorKind, retryAfter?: number) {
  const error = new ClusterError(kind, `It is ${kind}`, { retryAfter });
  return jest.fn(async () => 'done').mockRejectedValueOnce(error);
}

describe('persistently', () => {
  it.each<ClusterErrorKind>([
    'unreachable',
    'malformed',
    'too-many-requests',
    'changed',
  ])('does again what is %s', async kind => {
    const attempt = failing(kind);
    expect(await persistently(contextOf({}), attempt)).toBe('done');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it.each<ClusterErrorKind>(['forbidden', 'not-found', 'unsupported'])(
    'does not do again what is %s',
    async kind => {
      const attempt = failing(kind);
      await expect(persistently(contextOf({}), attempt)).rejects.toThrow(
        `It is ${kind}`,
      );
      expect(attempt).toHaveBeenCalledTimes(1);
    },
  );

  it('waits as long as the server asks for', async () => {
    const begin = performance.now();
    await persistently(contextOf({}), failing('too-many-requests', 1_000));
    expect(performance.now() - begin).toBeGreaterThan(950);
  });

  it('stops when the portal does', async () => {
    const stopped = new AbortController();
    const attempt = failing('unreachable');
    const run = persistently({ signal: stopped.signal }, attempt);
    stopped.abort(new Error('The portal stops'));
    await expect(run).rejects.toThrow('The portal stops');
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
