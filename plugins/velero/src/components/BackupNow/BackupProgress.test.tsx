import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { backupDetails } from '../../__testUtils__/fixtures';
import { openBackupNow } from './__testUtils__/openBackupNow';

const backend = FakeBackend.forTests();

describe('BackupProgress', () => {
  const waiting = {
    phase: 'Queued',
    lifecycle: 'waiting',
    outcome: undefined,
    queuePosition: 2,
  } as const;

  async function follow() {
    const dialog = await openBackupNow();
    await userEvent.click(dialog.submit());
    return { dialog, change: dialog.change };
  }

  it('shows where it stands, up to the end', async () => {
    const error = { name: 'NotFoundError', message: 'not there' };
    backend.refuse('details', 404, error);
    const { dialog, change } = await follow();
    await dialog.findByText('Waiting for Velero to see it');

    backend.answer('details', backupDetails(waiting));
    change();
    await dialog.findByText('place 2 in the queue');
    expect(dialog.getByText(/Velero goes on/)).toBeInTheDocument();

    backend.answer(
      'details',
      backupDetails({
        phase: 'InProgress',
        lifecycle: 'running',
        outcome: undefined,
        itemsDone: 3,
        itemsTotal: 12,
      }),
    );
    change();
    await dialog.findByText('3 of 12 items');

    backend.answer('details', backupDetails());
    change();
    await dialog.findByText(/^The backup is complete/);
    const { cluster, name } = backupDetails();
    expect(
      dialog.getByRole('link', { name: /^Open the page/ }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining(`/backups/${cluster}/velero/${name}`),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    expect(backend.urlsOf('details')[0].pathname).toMatch(
      /eu-west\/backups\/velero\/payments-api-eu-west-20261123094112$/,
    );
  });

  it('stays, even when there is nothing to choose any more', async () => {
    const { dialog, change } = await follow();
    await dialog.findByText(/^The backup is complete/);
    const error = { name: 'NotAllowedError', message: 'not any more' };
    backend.refuse('backup-options', 403, error);
    const asked = backend.urlsOf('backup-options').length;
    change();
    await waitFor(() =>
      expect(backend.urlsOf('backup-options').length).toBeGreaterThan(asked),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Back up now' }),
      ).not.toBeInTheDocument(),
    );
  });

  it.each([
    ['PartiallyFailed', 'partial', /^A part of it is missing/],
    ['Failed', 'failed', /^It failed/],
    ['FailedValidation', 'invalid', /^Velero refused it\. Nothing/],
  ] as const)('says what %s means, and why', async (phase, outcome, text) => {
    const failureReason = 'the store is full';
    backend.answer('details', backupDetails({ phase, outcome, failureReason }));
    const { dialog } = await follow();
    await dialog.findByText(text);
    expect(dialog.getByText(phase)).toBeInTheDocument();
    expect(dialog.getByText(failureReason)).toBeInTheDocument();
  });
});
