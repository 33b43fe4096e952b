import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ClusterError, ClusterErrorKind } from '../clusters/ClusterError';
import {
  ClusterConnection,
  CreateOptions,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { RestoreRequestTable } from '../store/restoreRequests/__testUtils__/RestoreRequestTable';
import { restoreObject } from './restoreObject';
import { RestoreStep, RestoreSteps } from './RestoreSteps';
import { RestoreSubmission } from './RestoreSubmission';
import { DEFAULT_TIMES } from './RestoreTimes';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** How a cluster answers: an object, or why there is none. */
type Answer = KubernetesObject | ClusterErrorKind;

const STALE: RestoreStep = {
  change: { state: 'stale', outcome: { message: 'It has changed' } },
  event: { type: 'stale' },
};

describe('RestoreSubmission', () => {
  let table: RestoreRequestTable;
  let asked: string[];

  beforeEach(async () => {
    table = await RestoreRequestTable.open(await databases.init('SQLITE_3'));
    asked = [];
  });

  /** Of a cluster that answers so, to each question in turn. */
  function submission(answers: { get?: Answer[]; create?: Answer[] }) {
    const answer = (kind: 'get' | 'create') => async () => {
      asked.push(kind);
      const next = answers[kind]?.shift() ?? 'unreachable';
      if (typeof next === 'string') {
        throw new ClusterError(next, `It is ${next}`);
      }
      return next;
    };
    const connection: Partial<ClusterConnection> = {
      get: answer('get'),
      create: answer('create') as (
        options: CreateOptions,
      ) => Promise<KubernetesObject>,
    };
    const { store } = table;
    return new RestoreSubmission({
      store,
      steps: new RestoreSteps({
        store,
        auditor: mockServices.auditor.mock(),
        logger: mockServices.logger.mock(),
      }),
      registry: {
        current: () => [
          {
            name: 'prod-eu',
            source: 'test',
            connection: connection as ClusterConnection,
          },
        ],
        isComplete: () => true,
        subscribe: () => () => {},
      },
      times: DEFAULT_TIMES,
    });
  }

  const nothing = async () => undefined;
  const begun = () => table.inState('a', 'submitting');

  /** The Restore of the request, or one with something else in it. */
  async function restoreOf(
    change: (object: KubernetesObject) => void = () => {},
  ): Promise<KubernetesObject> {
    const { annotations, spec } = restoreObject(
      (await table.store.find('a'))!,
      [],
    );
    const object = {
      metadata: { name: 'rst-a', uid: 'uid', annotations: { ...annotations } },
      spec: { ...spec },
    };
    change(object);
    return object;
  }

  async function stateOf() {
    const request = await table.store.find('a');
    return [request?.state, request?.restoreUid];
  }

  it('asks Velero for nothing when something has changed since it was agreed to', async () => {
    await submission({}).begin(await begun(), async () => STALE);
    expect(asked).toEqual([]);
    await expect(stateOf()).resolves.toEqual(['stale', undefined]);
  });

  it('looks whether something has changed before it asks once more, too', async () => {
    const request = await begun();
    await submission({ get: ['not-found'] }).goOn(
      request,
      false,
      async () => STALE,
    );
    expect(asked).toEqual(['get']);
    await expect(stateOf()).resolves.toEqual(['stale', undefined]);
  });

  it('asks for nothing when it took so long that another one may have', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    await submission({}).begin(await begun(), async () => {
      clock.mockReturnValue(DEFAULT_TIMES.ttl / 2 + 1);
      return undefined;
    });
    clock.mockRestore();
    expect(asked).toEqual([]);
    await expect(stateOf()).resolves.toEqual(['submitting', undefined]);
  });

  it('takes what is there for what it has asked for, and asks no more', async () => {
    const request = await begun();
    await submission({ get: [await restoreOf()] }).goOn(
      request,
      false,
      nothing,
    );
    expect(asked).toEqual(['get']);
    await expect(stateOf()).resolves.toEqual(['running', 'uid']);
  });

  it.each<[string, (object: KubernetesObject) => void]>([
    [
      'of another request',
      ({ metadata }) => {
        metadata.annotations = {
          ...metadata.annotations,
          'backstage.io/request-id': 'b',
        };
      },
    ],
    [
      'of what was agreed to otherwise',
      ({ metadata }) => {
        metadata.annotations = {
          ...metadata.annotations,
          'backstage.io/velero-agreed-to': 'else',
        };
      },
    ],
    [
      'that asks for more',
      object => {
        object.spec = { ...(object.spec as object), preserveNodePorts: true };
      },
    ],
    [
      'that asks for something else',
      object => {
        object.spec = { ...(object.spec as object), backupName: 'other' };
      },
    ],
  ])('takes no Restore for its own %s', async (_name, change) => {
    const request = await begun();
    const foreign = await restoreOf(change);
    await submission({ get: [foreign] }).goOn(request, false, nothing);
    expect(asked).toEqual(['get']);
    await expect(stateOf()).resolves.toEqual(['unknown', undefined]);
  });

  it.each<[ClusterErrorKind, boolean, string]>([
    ['unreachable', false, 'submitting'],
    ['unreachable', true, 'unknown'],
    ['forbidden', true, 'unknown'],
    ['not-served', false, 'submitting'],
    ['not-served', true, 'unknown'],
    ['not-found', true, 'expired'],
  ])(
    'does not ask again while the look says %s (late: %s)',
    async (look, isDue, state) => {
      const request = await begun();
      await submission({ get: [look] }).goOn(request, isDue, nothing);
      expect(asked).toEqual(['get']);
      await expect(stateOf()).resolves.toEqual([state, undefined]);
    },
  );

  it.each<[ClusterErrorKind, ClusterErrorKind | undefined, string]>([
    ['unreachable', 'unreachable', 'submitting'],
    ['not-served', 'not-served', 'submitting'],
    ['exists', 'not-found', 'submitting'],
    ['forbidden', undefined, 'failed'],
    ['unsupported', undefined, 'failed'],
  ])(
    'knows after the answer %s what is certain',
    async (created, look, state) => {
      const request = await begun();
      await submission({
        create: [created],
        get: look ? [look] : [],
      }).begin(request, nothing);
      expect(asked).toEqual(look ? ['create', 'get'] : ['create']);
      await expect(stateOf()).resolves.toEqual([state, undefined]);
    },
  );
});
