import { ClusterError } from '../../clusters/ClusterError';
import { contextOf } from '../__testUtils__/contextOf';
import { PauseStep } from './PauseStep';

const step = new PauseStep({
  namespace: 'velero',
  name: 'all',
  message: 'Its backups stay',
});

describe('PauseStep', () => {
  it('looks again when Velero has changed the schedule meanwhile', async () => {
    let version = 0;
    const versions: string[] = [];
    const live = () => ({ metadata: { resourceVersion: String(version) } });
    const context = contextOf({
      get: async () => {
        version++;
        return live();
      },
      patch: async ({ resourceVersion }) => {
        versions.push(resourceVersion);
        if (version === 1) {
          throw new ClusterError('changed', 'It has been modified');
        }
        return live();
      },
    });
    expect(await step.run(context)).toEqual({
      state: 'done',
      message: 'Its backups stay',
    });
    expect(versions).toEqual(['1', '2']);
  });
});
