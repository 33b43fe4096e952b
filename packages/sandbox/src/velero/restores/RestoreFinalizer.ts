import { VeleroContext } from '../VeleroContext';
import { Restore } from '../VeleroObjects';

const FINAL_PHASES: Record<string, string> = {
  Finalizing: 'Completed',
  FinalizingPartiallyFailed: 'PartiallyFailed',
};

/** Starts the controller that completes restores whose files are stored; also those of a server that was killed. */
export function startRestoreFinalizer(context: VeleroContext) {
  const { client, feed, after, timing } = context;
  feed('restores').onChange(({ object, previous }) => {
    const { name } = object.metadata;
    if (isFinalizing(object) && !(previous && isFinalizing(previous))) {
      after(timing.reaction * 10, () => {
        client.patch('restores', name, { status: { hookStatus: {} } });
        after(timing.reaction, () => complete(name, context));
      });
    }
  });
}

function isFinalizing({ status }: Restore): boolean {
  return Object.hasOwn(FINAL_PHASES, status?.phase ?? '');
}

function complete(name: string, { client, clock }: VeleroContext) {
  const restore = client.get('restores', name);
  const phase = FINAL_PHASES[restore?.status?.phase ?? ''];
  if (restore && phase) {
    const backup = client.get('backups', restore.spec?.backupName ?? '');
    client.patch('restores', name, {
      status: {
        phase: backup ? phase : 'PartiallyFailed',
        completionTimestamp: clock.timestamp(),
      },
    });
  }
}
