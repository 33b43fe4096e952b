import { VELERO_OPERATION_ANNOTATION } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { contextOf } from '../__testUtils__/contextOf';
import { OldSecretStep } from './OldSecretStep';

const COMMAND =
  'Remove it yourself: kubectl -n velero delete secret payments--credentials--v1';

type Marks = Awaited<ReturnType<ClusterConnection['readSecretMarks']>>;

/** Runs the step on a Secret with such marks. */
async function runOn(readSecretMarks: () => Promise<Marks>) {
  const remove = jest.fn(async () => {});
  const step = new OldSecretStep({
    namespace: 'velero',
    name: 'payments--credentials--v1',
  });
  const result = await step.run(contextOf({ readSecretMarks, remove }));
  return { result, remove };
}

describe('OldSecretStep', () => {
  it('removes what the portal has written, and not another one that comes in its place meanwhile', async () => {
    const { result, remove } = await runOn(async () => ({
      uid: 'one',
      annotations: { [VELERO_OPERATION_ANNOTATION]: 'operation' },
    }));
    expect(result).toEqual({ state: 'done' });
    expect(remove).toHaveBeenCalledWith(
      expect.objectContaining({ resource: 'secrets', uid: 'one' }),
    );
  });

  it.each<[string, () => Promise<Marks>, string | undefined]>([
    ['that is gone', async () => undefined, undefined],
    [
      'that somebody else has put in its place',
      async () => ({ uid: 'two' }),
      `It stays, as it is not the portal's. ${COMMAND}`,
    ],
    [
      'where it may remove none',
      async () => {
        throw new ClusterError('forbidden', 'You may not');
      },
      `It stays, as the portal may not remove Secrets. ${COMMAND}`,
    ],
  ])('removes none %s', async (_which, marks, message) => {
    const { result, remove } = await runOn(marks);
    expect(result).toEqual({ state: 'done', ...(message && { message }) });
    expect(remove).not.toHaveBeenCalled();
  });
});
