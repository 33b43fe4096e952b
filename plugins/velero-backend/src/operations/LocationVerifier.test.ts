import {
  ClusterConnection,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { LocationVerifier } from './LocationVerifier';

const KEY = { cluster: 'eu', veleroNamespace: 'velero', name: 'archive' };

function location(version: number, second?: number): KubernetesObject {
  return {
    metadata: { resourceVersion: String(version) },
    spec: {},
    status: {
      phase: 'Available',
      ...(second !== undefined && {
        lastValidationTime: `2026-11-29T10:00:0${second}Z`,
      }),
    },
  };
}

/** Has the location checked, by a cluster that answers one look after the other so, and is changed so often meanwhile. */
function verification(looks: KubernetesObject[], conflicts: number) {
  let asked = 0;
  const connection: Partial<ClusterConnection> = {
    get: async () => (looks.length > 1 ? looks.shift()! : looks[0]),
    patch: async () => {
      asked++;
      if (asked <= conflicts) {
        throw new ClusterError('changed', 'It has been modified');
      }
      return location(9);
    },
  };
  const verifier = new LocationVerifier({
    registry: {
      current: () => [
        {
          name: 'eu',
          source: 'test',
          connection: connection as ClusterConnection,
        },
      ],
      isComplete: () => true,
      subscribe: () => () => {},
    },
  });
  const verify = async () => {
    const { signal } = new AbortController();
    return verifier.verify((await verifier.find(KEY, signal))!);
  };
  return { verify, asked: () => asked };
}

describe('LocationVerifier', () => {
  it('asks again when somebody has changed the location otherwise than by a check', async () => {
    const looks = [location(1, 0), location(2, 0), location(3), location(4, 5)];
    const { verify, asked } = verification(looks, 1);
    expect(await verify()).toEqual({
      phase: 'Available',
      checkedAt: '2026-11-29T10:00:05.000Z',
    });
    expect(asked()).toBe(2);
  });

  it('takes a check that came meanwhile', async () => {
    const { verify, asked } = verification([location(1, 0), location(2, 3)], 1);
    expect(await verify()).toMatchObject({
      checkedAt: '2026-11-29T10:00:03.000Z',
    });
    expect(asked()).toBe(1);
  });

  it('has one location checked once for all who ask meanwhile', async () => {
    const looks = [location(1, 0), location(1, 0), location(2), location(3, 5)];
    const { verify, asked } = verification(looks, 0);
    const results = await Promise.all([verify(), verify()]);
    expect(new Set(results.map(({ checkedAt }) => checkedAt))).toEqual(
      new Set(['2026-11-29T10:00:05.000Z']),
    );
    expect(asked()).toBe(1);
    await verify();
    expect(asked()).toBe(2);
  });
});
