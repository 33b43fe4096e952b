import { RegisteredCluster } from '../../clusters/ClusterRegistry';
import { KnownNamespace } from '../../store/NamespaceStore';
import { NamespaceReader } from './NamespaceReader';

const KNOWN: KnownNamespace = {
  cluster: 'us',
  namespace: 'payments',
  owners: ['group:default/payments'],
  uid: 'uid-of-payments',
  createdAt: '2026-11-22T02:00:00Z',
};

/** Asks for the origin in a cluster that cannot be asked itself. */
function lastKnown(options: {
  registered: string[];
  found?: KnownNamespace;
  isOwn?: boolean;
}) {
  const reader = new NamespaceReader({
    registry: {
      current: () =>
        options.registered.map(
          (name): RegisteredCluster => ({ name, source: 'config' }),
        ),
    },
    namespaces: { findOne: async () => options.found },
    ownership: { peopleOf: async owners => owners },
  });
  return reader.readOrigin({
    cluster: 'us',
    name: 'payments',
    isOwn: async () => options.isOwn ?? true,
    signal: AbortSignal.timeout(1_000),
  });
}

describe('the origin in a cluster that is away', () => {
  it('is what was last known of it', async () => {
    expect(await lastKnown({ registered: ['us'], found: KNOWN })).toEqual({
      cluster: 'us',
      name: 'payments',
      uid: 'uid-of-payments',
      createdAt: '2026-11-22T02:00:00Z',
      terminating: false,
      owners: ['group:default/payments'],
      people: ['group:default/payments'],
      proven: true,
    });
  });

  it.each([
    ['of somebody else', { registered: ['us'], found: KNOWN, isOwn: false }],
    ['never seen', { registered: ['us'] }],
    ['of a cluster that was taken out of the portal', { found: KNOWN }],
  ])('proves nothing when it is %s', async (_name, options) => {
    const origin = await lastKnown({ registered: ['eu'], ...options });
    expect(origin.proven).toBe(false);
  });
});
