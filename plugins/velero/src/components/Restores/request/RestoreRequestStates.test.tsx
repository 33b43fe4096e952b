import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../../__testUtils__/FakeSignals';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestDetails,
} from '../../../__testUtils__/restoreFixtures';

const backend = FakeBackend.forTests();

describe('the page of a request, when not all is well,', () => {
  it('says that there is none, or none of the reader', async () => {
    const message = `No request '${REQUEST_ID}' of yours found`;
    backend.refuse('restore-request', 404, { name: 'NotFoundError', message });
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    expect(await screen.findByText(message)).toBeInTheDocument();
  });

  it('says that it is being asked for', async () => {
    const release = backend.hold('restore-request');
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    expect(
      await screen.findByRole('status', { name: 'Loading the request' }),
    ).toBeInTheDocument();
    release();
    expect(await screen.findByText('What happened')).toBeInTheDocument();
  });

  it('asks again when there was no answer', async () => {
    backend.answerWith('restore-request', () => Response.error());
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    await screen.findByText('The portal could not get an answer');
    backend.answer('restore-request', requestDetails());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('What happened')).toBeInTheDocument();
  });

  it('keeps what it knew when it cannot be asked again, and says since when', async () => {
    const signals = new FakeSignals();
    renderRestorePages(`/restore-requests/${REQUEST_ID}`, { signals });
    await screen.findByText('What happened');
    const message = 'The database is away';
    backend.refuse('restore-request', 503, { name: 'Error', message });
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
    expect(screen.getByText('What happened')).toBeInTheDocument();
  });

  it('says that the cluster is away, since when, and why', async () => {
    backend.answer(
      'restore-request',
      requestDetails({
        state: 'running',
        cluster: {
          name: 'prod-eu',
          state: 'stale',
          syncedAt: minutesAgo(12),
          staleSince: minutesAgo(12),
          reason: 'Its API server does not answer',
        },
      }),
    );
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    const away = await screen.findByText(/^Its cluster is not live/);
    expect(away.closest('[role=status]')).toHaveTextContent(
      /prod-eu.*Stale.*12 min ago.*Its API server does not answer/,
    );
  });

  it('says nothing of a cluster that is live', async () => {
    backend.answer(
      'restore-request',
      requestDetails({
        state: 'running',
        cluster: { name: 'prod-eu', state: 'live', syncedAt: minutesAgo(0) },
      }),
    );
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    await screen.findByText('What happened');
    expect(screen.queryByText(/^Its cluster is not live/)).toBeNull();
  });
});
