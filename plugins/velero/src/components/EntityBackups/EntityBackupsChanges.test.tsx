import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { answer, backup, provenNamespace } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from './EntityBackupsContent';

const backend = FakeBackend.forTests();
const running = backup({
  name: 'now',
  phase: 'InProgress',
  lifecycle: 'running',
  outcome: undefined,
  completedAt: undefined,
  itemsDone: 10,
  itemsTotal: 20,
});

/** Renders the tab with a running backup, and gives a way to say that something changed. */
async function renderRunning() {
  const signals = new FakeSignals();
  backend.answer('backups', answer([running]));
  renderForEntity(<EntityBackupsContent />, { signals });
  await screen.findByText('10 of 20 items');
  return () => act(() => signals.send(VELERO_CHANGES_CHANNEL));
}

/** The status of a row; the filters have the same word among their choices. */
function findCompleted() {
  return screen.findByText('Completed', { selector: 'td *' });
}

/** Counts how often the tab falls back to skeletons or loses its rows. */
function watchForFlashes(): () => number {
  let flashes = 0;
  const observer = new MutationObserver(() => {
    const bare = !screen.queryByRole('table', { name: /^restore points/i });
    if (bare || screen.queryByRole('status', { name: /^Loading/ })) {
      flashes++;
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    return flashes;
  };
}

describe('the tab while things change', () => {
  it('follows a signal without a flash of loading', async () => {
    const signal = await renderRunning();
    const flashes = watchForFlashes();

    backend.answer('backups', answer([backup({ name: 'now' })]));
    await signal();

    expect(await findCompleted()).toBeInTheDocument();
    expect(flashes()).toBe(0);
  });

  it('keeps the rows when the backend fails, says so, and recovers', async () => {
    const signal = await renderRunning();
    backend.refuse('backups', 500, { name: 'Error', message: 'disk is full' });
    await signal();

    expect(
      await screen.findByText(
        /Could not ask again: disk is full What you see is as of \d\d:\d\d UTC\./,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('10 of 20 items')).toBeInTheDocument();

    backend.answer('backups', answer([backup({ name: 'now' })]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findCompleted()).toBeInTheDocument();
    expect(screen.queryByText(/Could not ask again/)).not.toBeInTheDocument();
  });

  it('drops the rows when the reader may no longer see them', async () => {
    const signal = await renderRunning();
    backend.refuseAll(403, {
      name: 'OwnershipNotProvenError',
      message: 'No claim is proven',
      namespaces: [{ ...provenNamespace, proven: false, howToProve: 'prove' }],
    });
    await signal();

    expect(await screen.findByText('prove')).toBeInTheDocument();
    expect(screen.queryByText('10 of 20 items')).not.toBeInTheDocument();
  });

  it('asks for each list once per change, and for what can be chosen once', async () => {
    const signal = await renderRunning();
    await waitFor(() => expect(backend.requests).toHaveLength(10));
    await signal();

    await waitFor(() => expect(backend.requests).toHaveLength(19));
    expect(backend.requests.map(({ resource }) => resource).sort()).toEqual([
      'backup-options',
      'backups',
      'backups',
      'drills',
      'drills',
      'history',
      'history',
      'locations',
      'locations',
      'protection',
      'protection',
      'restore-requests',
      'restore-requests',
      'restores',
      'restores',
      'running',
      'running',
      'schedules',
      'schedules',
    ]);
  });
});
