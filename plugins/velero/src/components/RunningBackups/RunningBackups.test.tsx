import { screen, waitFor } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import { answer, backup, minutesAgo } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();

describe('what runs now', () => {
  it('is shown with its place in the queue or how far it has come', async () => {
    backend.answer(
      'running',
      answer([
        backup({
          name: 'second',
          phase: 'Queued',
          lifecycle: 'waiting',
          outcome: undefined,
          queuePosition: 2,
          startedAt: undefined,
          createdAt: undefined,
        }),
        backup({
          name: 'first',
          phase: 'InProgress',
          lifecycle: 'running',
          outcome: undefined,
          itemsDone: 3,
          itemsTotal: 12,
          startedAt: minutesAgo(2),
        }),
      ]),
    );
    renderForEntity(<EntityBackupsContent />);

    const [queued, running] = await findRows(/^backups that wait or run/i);
    expect(queued).toHaveTextContent(/second.*Queued.*2.*not started/);
    expect(running).toHaveTextContent(/first.*InProgress.*3 of 12 items/);
    expect(screen.getByRole('progressbar', { name: /first/ })).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
  });

  it('takes no room where nothing runs', async () => {
    renderForEntity(<EntityBackupsContent />);

    await waitFor(() => expect(backend.urlsOf('running')).toHaveLength(1));
    await findRows(/^restore points/i);
    expect(
      screen.queryByRole('region', { name: 'Running now' }),
    ).not.toBeInTheDocument();
  });

  it('says why it cannot be told', async () => {
    backend.refuse('running', 503, {
      name: 'ServiceUnavailableError',
      message: 'The database is away',
    });
    renderForEntity(<EntityBackupsContent />);

    const section = await screen.findByRole('region', { name: 'Running now' });
    expect(section).toHaveTextContent('The database is away');
  });
});
