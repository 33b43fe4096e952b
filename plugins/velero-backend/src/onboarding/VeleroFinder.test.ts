import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError, ClusterErrorKind } from '../clusters/ClusterError';
import { VeleroFinder, VeleroQuestion } from './VeleroFinder';

/** A cluster that answers each question with an error of that kind. */
function failing(kind: ClusterErrorKind): ClusterConnection {
  const fail = async () => {
    throw new ClusterError(kind, `it is ${kind}`);
  };
  return {
    create: fail,
    get: fail,
    remove: async () => {},
  } as Partial<ClusterConnection> as ClusterConnection;
}

function find(kind: ClusterErrorKind, question: Partial<VeleroQuestion> = {}) {
  return new VeleroFinder().find({
    cluster: { name: 'eu', source: 'test', connection: failing(kind) },
    namespaces: ['velero', 'dr'],
    named: ['dr'],
    ...question,
  });
}

describe('VeleroFinder', () => {
  it.each<[ClusterErrorKind, string[], string]>([
    ['forbidden', ['dr'], 'forbidden'],
    // Whoever may not ask learns nothing of what there is.
    ['forbidden', [], 'forbidden'],
    ['not-found', [], 'no-namespace'],
    ['not-found', ['dr'], 'not-installed'],
    ['not-served', ['dr'], 'not-installed'],
    ['unreachable', ['dr'], 'failed'],
    ['unauthorized', ['dr'], 'failed'],
  ])(
    'of %s, with namespaces %j, it tells %s',
    async (kind, namespaces, cause) => {
      expect(await find(kind, { namespaces })).toEqual({
        veleros: [],
        absences: [{ cause, namespace: 'dr', reason: `it is ${kind}` }],
      });
    },
  );

  it('keeps a server that has locations, whether it answers or not', async () => {
    const stored = {
      name: 'eu',
      state: 'live' as const,
      attended: true,
      veleroVersion: 'v1.18.3',
      veleroNamespaces: ['velero'],
    };
    const known = { namespace: 'velero', version: 'v1.18.3' };
    expect(await find('forbidden', { stored, named: [] })).toEqual({
      veleros: [known],
    });
    expect(await find('forbidden', { stored })).toMatchObject({
      veleros: [known],
      absences: [{ cause: 'forbidden', namespace: 'dr' }],
    });
  });

  it('looks where the portal is told to read when nothing is said', async () => {
    const cluster = {
      name: 'eu',
      source: 'test',
      connection: failing('forbidden'),
      veleroNamespaces: ['dr', 'gone'],
    };
    expect(await find('forbidden', { cluster, named: [] })).toMatchObject({
      absences: [
        { cause: 'forbidden', namespace: 'dr' },
        { cause: 'no-namespace', namespace: 'gone' },
      ],
    });
  });
});
