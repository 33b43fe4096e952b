import { ClusterError, ClusterErrorKind } from '../../clusters/ClusterError';
import { KubernetesMetadata } from '../../clusters/ClusterConnection';
import { contextOf } from '../__testUtils__/contextOf';
import { SecretStep } from './SecretStep';

const OWN = { 'backstage.io/velero-operation': 'one' };

function step(options: { text?: string } = {}) {
  return new SecretStep({
    operation: 'one',
    wanted: {
      namespace: 'velero',
      name: 'keys--v1',
      key: 'cloud',
      labels: {},
      annotations: {},
    },
    isKnown: false,
    ...options,
  });
}

function problem(kind: ClusterErrorKind) {
  return new ClusterError(kind, `It is ${kind}`);
}

describe('SecretStep', () => {
  describe('that was begun, and does not know what it made', () => {
    async function undo(
      marks: KubernetesMetadata | ClusterError | undefined,
      isTaken = true,
    ) {
      const removed: Array<string | undefined> = [];
      const context = contextOf(
        {
          readSecretMarks: async () => {
            if (marks instanceof ClusterError) {
              throw marks;
            }
            return marks;
          },
          createSecret: async () => {
            if (isTaken) {
              throw problem('exists');
            }
            return {};
          },
          remove: async ({ uid }) => {
            removed.push(uid);
          },
        },
        { record: { before: null } },
      );
      return { ...(await step().undo(context)), removed };
    }

    it('removes the Secret of this operation, and that one only', async () => {
      expect(await undo({ uid: 'u-1', annotations: OWN })).toEqual({
        removed: ['u-1'],
      });
    });

    it.each([
      [{ uid: 'u-1' }],
      [{ uid: 'u-1', annotations: { 'backstage.io/velero-operation': 'two' } }],
      [{ annotations: OWN }],
    ])('leaves what is not known to be its own: %j', async marks => {
      expect(await undo(marks)).toEqual({
        removed: [],
        left: "Secret 'keys--v1' in namespace 'velero' stays: it is not the one that was made here. Where nothing uses it, remove it: kubectl -n velero delete secret keys--v1",
      });
    });

    it('has nothing to remove where there is none', async () => {
      expect(await undo(undefined)).toEqual({ removed: [] });
      expect(await undo(problem('forbidden'), false)).toEqual({ removed: [] });
    });

    it('says how to tell whose it is where it may not look', async () => {
      expect(await undo(problem('forbidden'))).toEqual({
        removed: [],
        left: "The portal may not remove Secrets, and so cannot tell who has made Secret 'keys--v1'. Where its annotation backstage.io/velero-operation is one, remove it yourself: kubectl -n velero delete secret keys--v1",
      });
    });
  });

  describe('that writes', () => {
    async function run(...answers: Array<ClusterError | undefined>) {
      const annotations: Array<Record<string, string> | undefined> = [];
      const context = contextOf({
        createSecret: async options => {
          if (options.dryRun) {
            return {};
          }
          annotations.push(options.annotations);
          const answer = answers.shift();
          if (answer) {
            throw answer;
          }
          return { uid: 'u-1' };
        },
      });
      const result = await step({ text: 'keys' }).run(context);
      return { ...result, annotations };
    }

    it('says in the Secret which operation it was', async () => {
      expect(await run()).toEqual({
        state: 'done',
        uid: 'u-1',
        annotations: [OWN],
      });
    });

    it('takes what is there after a lost answer for its own', async () => {
      expect(
        await run(problem('unreachable'), problem('exists')),
      ).toMatchObject({ state: 'done' });
    });

    it('takes nothing for its own that is there after it was told to wait', async () => {
      await expect(
        run(problem('too-many-requests'), problem('exists')),
      ).rejects.toThrow("There is a Secret 'keys--v1' already");
    });
  });
});
