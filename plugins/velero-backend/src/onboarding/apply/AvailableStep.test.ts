import { KubernetesObject } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { contextOf } from '../__testUtils__/contextOf';
import { AvailableStep } from './AvailableStep';
import { StepRecord } from './StepRecord';

const CONTENT = { labels: {}, annotations: {}, spec: {} };

/** What Velero says at one look after the other; what is not an object is thrown. */
type Looks = Array<KubernetesObject | ClusterError>;

function checked(
  phase: string,
  second: number,
  message?: string,
): KubernetesObject {
  return checkedAt(`2026-11-29T10:00:0${second}Z`, phase, message);
}

function checkedAt(
  lastValidationTime: string,
  phase = 'Available',
  message?: string,
): KubernetesObject {
  return {
    metadata: { resourceVersion: '1' },
    spec: {},
    status: { phase, lastValidationTime, message },
  };
}

const UNCHECKED: KubernetesObject = {
  metadata: { resourceVersion: '1' },
  spec: {},
  status: { phase: 'Available' },
};

/** Runs the step while Velero says one thing after the other; each time it is asked it goes on to the next list. */
async function runWith(location: Partial<StepRecord>, ...said: Looks[]) {
  const [...lists] = said;
  let looks = [...lists.shift()!];
  let asked = 0;
  const step = new AvailableStep({
    namespace: 'velero',
    name: 'archive',
    location: { id: 'x', title: 'x', state: 'done', ...location },
    times: { limit: 1_000, poll: 1, again: 50 },
  });
  const get = async () => {
    const next = looks.length > 1 ? looks.shift()! : looks[0];
    if (next instanceof ClusterError) {
      throw next;
    }
    return next;
  };
  const patch = async () => {
    asked++;
    looks = [UNCHECKED, ...(lists.shift() ?? [])];
    return UNCHECKED;
  };
  const result = await step.run(contextOf({ get, patch }));
  return { ...result, asked };
}

describe('AvailableStep', () => {
  const CHANGED = {
    before: CONTENT,
    checkedBefore: '2026-11-29T10:00:00.000Z',
  };

  it('takes the first check of a location that was made', async () => {
    expect(
      await runWith({ before: null }, [UNCHECKED, checked('Available', 1)]),
    ).toMatchObject({ state: 'done', asked: 0 });
  });

  describe('of a location that stays as it is', () => {
    const UNCHANGED = { state: 'unchanged' } as const;
    const ago = (seconds: number) =>
      new Date(Date.now() - seconds * 1_000).toISOString();

    it('takes a check of this minute', async () => {
      expect(await runWith(UNCHANGED, [checkedAt(ago(50))])).toMatchObject({
        state: 'unchanged',
        asked: 0,
      });
    });

    it.each([
      ['a minute', 70],
      ['three days', 3 * 86_400],
    ])('has Velero check what it checked %s ago', async (_time, seconds) => {
      const now = ago(0);
      expect(
        await runWith(UNCHANGED, [checkedAt(ago(seconds))], [checkedAt(now)]),
      ).toEqual({
        state: 'unchanged',
        message: `Checked at ${now}`,
        asked: 1,
      });
    });

    it('takes what is checked anew for new, also where the clock of Velero is late', async () => {
      expect(
        await runWith(
          UNCHANGED,
          [checkedAt(ago(4_000))],
          [checkedAt(ago(3_600))],
        ),
      ).toMatchObject({ state: 'unchanged', asked: 1 });
    });

    it('says that it is not available any more', async () => {
      const lost = checkedAt(ago(0), 'Unavailable', 'NoSuchBucket');
      await expect(
        runWith(UNCHANGED, [checkedAt(ago(70))], [lost], [lost]),
      ).rejects.toThrow("Velero cannot use location 'archive': NoSuchBucket");
    });

    it('says that Velero does not check any more', async () => {
      await expect(
        runWith(UNCHANGED, [checkedAt(ago(3 * 86_400))]),
      ).rejects.toThrow(
        "Velero has not checked location 'archive' within 1 s. Look whether its server runs in namespace 'velero'",
      );
    });
  });

  it('takes no check that may have begun before a change', async () => {
    await expect(
      runWith(
        CHANGED,
        [checked('Available', 0), checked('Available', 1)],
        [checked('Unavailable', 2, 'NoSuchBucket')],
        [checked('Unavailable', 3, 'NoSuchBucket')],
      ),
    ).rejects.toThrow("Velero cannot use location 'archive': NoSuchBucket");
  });

  it('takes the second check after a change, and asks for it at once', async () => {
    expect(
      await runWith(
        CHANGED,
        [checked('Available', 1)],
        [checked('Available', 2)],
      ),
    ).toMatchObject({
      state: 'done',
      message: 'Checked at 2026-11-29T10:00:02.000Z',
      asked: 1,
    });
  });

  it('asks twice where the first check after a change looks like the one before', async () => {
    expect(
      await runWith(
        CHANGED,
        [checked('Available', 0)],
        [checked('Available', 0)],
        [checked('Available', 0)],
      ),
    ).toMatchObject({ state: 'done', asked: 2 });
  });

  it('goes on when the cluster does not answer for a moment', async () => {
    const problem = new ClusterError('unreachable', 'It answers 503');
    expect(
      await runWith({ before: null }, [
        problem,
        UNCHECKED,
        problem,
        checked('Available', 1),
      ]),
    ).toMatchObject({ state: 'done' });
  });

  it('says why the cluster does not answer when that stays', async () => {
    const problem = new ClusterError('unreachable', 'It answers 503');
    await expect(runWith({ before: null }, [problem])).rejects.toBe(problem);
  });

  it('says that Velero has not checked it', async () => {
    await expect(runWith(CHANGED, [checked('Available', 0)])).rejects.toThrow(
      "Velero has not checked location 'archive' within 1 s",
    );
  });
});
