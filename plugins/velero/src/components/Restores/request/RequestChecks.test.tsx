import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestChecks,
  requestDetails,
} from '../../../__testUtils__/restoreFixtures';

const backend = FakeBackend.forTests();

async function open() {
  backend.answer('restore-request', requestDetails({ mayApprove: true }));
  renderRestorePages(`/restore-requests/${REQUEST_ID}`);
  const region = await screen.findByRole('region', {
    name: 'Checks at this moment',
  });
  return within(region);
}

const message = "Cluster 'eu-west' does not tell";
const away = () =>
  backend.refuse('restore-checks', 503, {
    name: 'ServiceUnavailableError',
    message,
  });

describe('the checks of a request', () => {
  it('are asked for by nobody who may not look at them', async () => {
    backend.answer('restore-request', requestDetails({ mayCheck: false }));
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    await screen.findByRole('region', { name: 'Who has to agree' });
    expect(backend.urlsOf('restore-checks')).toEqual([]);
    expect(
      screen.queryByRole('region', { name: 'Checks at this moment' }),
    ).not.toBeInTheDocument();
  });

  it('are those of the request itself', async () => {
    const checks = await open();
    expect(
      await checks.findByText('It can be restored like this'),
    ).toBeInTheDocument();
    expect(checks.getByText('Claims keep their data')).toBeInTheDocument();
    expect(backend.urlsOf('restore-checks')[0].pathname).toMatch(
      `/restore-requests/${REQUEST_ID}/checks`,
    );
    expect(backend.urlsOf('restore-preview')).toEqual([]);
  });

  it('say before somebody agrees that it is out of date, and why', async () => {
    const stale = ['namespace eu/payments is not as it was', 'No policy'];
    backend.answer('restore-checks', requestChecks({ allow: false, stale }));
    const checks = await open();
    expect(
      await checks.findByText('Nothing would come of it: it is out of date'),
    ).toBeInTheDocument();
    for (const reason of stale) {
      expect(checks.getByText(reason)).toBeInTheDocument();
    }
    expect(
      checks.getByText('It cannot be restored like this'),
    ).toBeInTheDocument();
  });

  it('are being asked for at first', async () => {
    const release = backend.hold('restore-checks');
    const checks = await open();
    expect(
      await checks.findByRole('status', { name: /^Loading/ }),
    ).toBeInTheDocument();
    release();
    expect(
      await checks.findByText('It can be restored like this'),
    ).toBeInTheDocument();
  });

  it('can be asked for again when the cluster did not tell', async () => {
    away();
    const checks = await open();
    expect(await checks.findByText(message)).toBeInTheDocument();
    backend.answer('restore-checks', requestChecks());
    await userEvent.click(checks.getByRole('button', { name: 'Try again' }));
    expect(
      await checks.findByText('It can be restored like this'),
    ).toBeInTheDocument();
  });

  it('stay, as they were, while the cluster does not tell any more', async () => {
    const checks = await open();
    await checks.findByText('It can be restored like this');
    away();
    await userEvent.click(checks.getByRole('button', { name: 'Check again' }));
    expect(await checks.findByText(new RegExp(message))).toBeInTheDocument();
    expect(checks.getByText('Claims keep their data')).toBeInTheDocument();
  });

  it('are not shown to those who have nothing to do with the decision', async () => {
    const name = 'NotAllowedError';
    backend.refuse('restore-checks', 403, { name, message: 'Only approvers' });
    const checks = await open();
    expect(
      await checks.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(checks.getByText(/Only approvers/)).toBeInTheDocument(),
    );
  });
});
