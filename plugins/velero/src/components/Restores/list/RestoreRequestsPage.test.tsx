import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../../__testUtils__/FakeSignals';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requests,
  requestSummary,
  restoreOptions,
} from '../../../__testUtils__/restoreFixtures';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();

const asked = () =>
  backend.urlsOf('restore-requests').filter(
    // The others only count.
    url => url.searchParams.get('limit') === '25',
  );
const views = () => screen.getByRole('navigation', { name: 'Which requests' });

describe('the lists of requests', () => {
  it("shows the reader's own, each leading to its page", async () => {
    backend.answer('restore-requests', requests([requestSummary()]));
    renderRestorePages('/restore-requests');
    const table = await screen.findByRole('table', { name: /newest first/ });
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('Waiting for a decision');
    await userEvent.click(
      within(row).getByRole('link', { name: /^payments → payments-restore-1/ }),
    );
    expect(screen.getByLabelText('path')).toHaveTextContent(
      `/restore-requests/${REQUEST_ID}`,
    );
  });

  it('counts what waits for the reader', async () => {
    backend.answer('restore-requests', url =>
      url.searchParams.get('view') === 'waiting'
        ? requests([requestSummary(), requestSummary({ id: 'b' })])
        : requests(),
    );
    renderRestorePages('/restore-requests');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Waiting for me (2)' }),
    );
    const table = await screen.findByRole('table', { name: /newest first/ });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(
      screen.queryByRole('combobox', { name: 'State' }),
    ).not.toBeInTheDocument();
  });

  it('shows all to administrators only', async () => {
    const { unmount } = renderRestorePages('/restore-requests');
    await screen.findByText('You have not asked for a restore');
    expect(within(views()).queryByRole('link', { name: 'All' })).toBeNull();
    unmount();

    const options = restoreOptions({ administrator: true });
    backend.answer('restore-options', options);
    renderRestorePages('/restore-requests');
    await userEvent.click(await screen.findByRole('link', { name: 'All' }));
    expect(
      await screen.findByText('Nobody has asked for a restore'),
    ).toBeInTheDocument();
  });

  it('says which right is missing to see all', async () => {
    backend.refuse('restore-requests', 403, {
      name: 'NotAllowedError',
      message: 'Only administrators see all requests',
    });
    renderRestorePages('/restore-requests?view=all');
    expect(
      await screen.findByText(/Only administrators see all requests/),
    ).toBeInTheDocument();
  });

  it('keeps the state that is looked for in the address', async () => {
    renderRestorePages('/restore-requests');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'State' }),
      'Failed',
    );
    expect(
      await screen.findByText('No request is in this state'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('state=failed');
    expect(asked().at(-1)?.searchParams.get('state')).toBe('failed');
  });

  it('leads through pages', async () => {
    backend.answer('restore-requests', url =>
      url.searchParams.has('cursor')
        ? requests([requestSummary({ id: 'b' })])
        : requests([requestSummary()], 'second'),
    );
    renderRestorePages('/restore-requests');
    await screen.findByRole('table', { name: /newest first/ });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() =>
      expect(asked().at(-1)?.searchParams.get('cursor')).toBe('second'),
    );
    const previous = screen.getByRole('button', { name: 'Previous page' });
    await waitFor(() => expect(previous).toBeEnabled());
    await userEvent.click(previous);
    await waitFor(() =>
      expect(screen.getByLabelText('address')).not.toHaveTextContent('cursor'),
    );
  });

  it('says that it is being asked', async () => {
    backend.answer('restore-requests', requests([requestSummary()]));
    const release = backend.hold('restore-requests');
    renderRestorePages('/restore-requests');
    expect(
      await screen.findByRole('status', { name: 'Loading Restore requests' }),
    ).toBeInTheDocument();
    release();
    expect(
      await screen.findByRole('table', { name: /newest first/ }),
    ).toBeInTheDocument();
  });

  it('keeps what it knew when it cannot be asked again, and says since when', async () => {
    const signals = new FakeSignals();
    backend.answer('restore-requests', requests([requestSummary()]));
    renderRestorePages('/restore-requests', { signals });
    const table = await screen.findByRole('table', { name: /newest first/ });
    const message = 'The database is away';
    backend.refuse('restore-requests', 503, { name: 'Error', message });
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
    expect(table).toBeInTheDocument();
    backend.answer('restore-requests', requests([requestSummary()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(new RegExp(message))).toBeNull(),
    );
  });

  it('says that there is no answer, and asks again', async () => {
    backend.answerWith('restore-requests', () => Response.error());
    renderRestorePages('/restore-requests');
    await screen.findByText('The portal could not get an answer');
    backend.answer('restore-requests', requests([requestSummary()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: /newest first/ }),
    ).toBeInTheDocument();
  });

  it('is accessible', async () => {
    backend.answer('restore-requests', requests([requestSummary()], 'next'));
    const { container } = renderRestorePages('/restore-requests');
    await screen.findByRole('table', { name: /newest first/ });
    await screen.findByRole('link', { name: 'Waiting for me (1+)' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
