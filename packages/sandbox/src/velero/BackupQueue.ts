import { overlap } from './contents/namespaceMatching';
import { VeleroContext } from './VeleroContext';
import { Backup } from './VeleroObjects';

/** A server runs one backup at a time unless told otherwise. */
const CONCURRENT_BACKUPS = 1;

/** Starts the controller that lines backups up and lets them go one at a time. */
export function startBackupQueue(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  const backups = feed('backups');
  // Slots are counted in memory: one that a killed server left ReadyToStart takes none.
  const started = new Set<string>();
  const advance = () => {
    if (!backups.poisoned) {
      advanceQueue(context, started);
    }
  };
  backups.onChange(({ object, previous }) => {
    const backup = client.get('backups', object.metadata.name);
    if (backup && isNew(backup)) {
      enqueue(context, backup);
    }
    // Only these wake the queue. A backup that fails validation does not: the next one then waits for the grid, or
    // for somebody who asks for another one.
    if (joined(previous, object) || leftSlot(previous, object)) {
      advance();
    }
  });
  every(timing.queue, advance);
}

function phaseOf({ status }: Backup): string {
  return status?.phase || 'New';
}

function isNew(backup: Backup): boolean {
  return phaseOf(backup) === 'New';
}

function joined(previous: Backup | undefined, object: Backup): boolean {
  return (
    previous !== undefined &&
    phaseOf(previous) !== 'Queued' &&
    phaseOf(object) === 'Queued'
  );
}

function leftSlot(previous: Backup | undefined, object: Backup): boolean {
  return (
    previous !== undefined &&
    phaseOf(previous) === 'InProgress' &&
    phaseOf(object) !== 'InProgress'
  );
}

function queued(backups: Backup[]): Backup[] {
  return backups
    .filter(backup => phaseOf(backup) === 'Queued')
    .sort((a, b) => position(a) - position(b));
}

function position({ status }: Backup): number {
  return status?.queuePosition ?? 0;
}

function enqueue({ client }: VeleroContext, { metadata }: Backup) {
  const last = queued(client.list('backups')).at(-1);
  const queuePosition = (last ? position(last) : 0) + 1;
  client.patch('backups', metadata.name, {
    status: { phase: 'Queued', queuePosition },
  });
}

function advanceQueue(context: VeleroContext, started: Set<string>) {
  const all = context.client.list('backups');
  const active = all.filter(isActive);
  const slots = active.filter(({ metadata }) => started.has(metadata.name));
  const waiting = queued(all);
  const next = waiting.find((candidate, index) =>
    mayStart(candidate, [...active, ...waiting.slice(0, index)], context),
  );
  if (next && slots.length < CONCURRENT_BACKUPS) {
    started.add(next.metadata.name);
    release(next, context);
    renumber(
      waiting.filter(backup => backup !== next),
      context,
    );
  }
}

function isActive(backup: Backup): boolean {
  return ['ReadyToStart', 'InProgress'].includes(phaseOf(backup));
}

function release({ metadata }: Backup, { client }: VeleroContext) {
  client.patch('backups', metadata.name, {
    status: { phase: 'ReadyToStart', queuePosition: null },
  });
}

/** No two that take a namespace in common run together, and none overtakes one that it overlaps with. */
function mayStart(
  candidate: Backup,
  ahead: Backup[],
  { client }: VeleroContext,
): boolean {
  const existing = client.namespaceNames();
  return !ahead.some(other =>
    overlap(candidate.spec ?? {}, other.spec ?? {}, existing),
  );
}

function renumber(waiting: Backup[], { client }: VeleroContext) {
  for (const [index, { metadata }] of waiting.entries()) {
    client.patch('backups', metadata.name, {
      status: { queuePosition: index + 1 },
    });
  }
}
