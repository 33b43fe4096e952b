import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { answer, backup } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { requests, requestSummary } from '../../__testUtils__/restoreFixtures';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();

const BACKUP = 'payments-daily-20261123020000';

const searchOfPage = () => screen.getByLabelText('address').textContent;

describe('restores in the tab of an entity', () => {
  it('are asked for by a button beside the one for backups', async () => {
    renderForEntity(<EntityBackupsContent />);
    await screen.findByRole('button', { name: 'Back up now' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Request restore' }),
    );
    expect(searchOfPage()).toBe('?entity=component:default/payments-api');
  });

  it('begin at a restore point that can be restored from', async () => {
    backend.answer(
      'backups',
      answer([
        backup(),
        backup({ name: 'broken', phase: 'Failed', outcome: 'failed' }),
        backup({
          name: 'running',
          lifecycle: 'running',
          outcome: undefined,
        }),
      ]),
    );
    renderForEntity(<EntityBackupsContent />);
    const links = await screen.findAllByRole('link', { name: /^Restore from/ });
    expect(links).toHaveLength(1);
    await userEvent.click(links[0]);
    expect(searchOfPage()).toBe(
      `?entity=component:default/payments-api&cluster=eu-west&namespace=velero&backup=${BACKUP}`,
    );
  });

  it('begin at the page of a backup', async () => {
    renderForEntity(<EntityBackupsContent />, {
      path: `/backups/eu-west/velero/${BACKUP}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request restore' }),
    );
    expect(searchOfPage()).toContain(`backup=${BACKUP}`);
  });

  it('are listed, the newest first, when there are any', async () => {
    backend.answer(
      'restore-requests',
      requests([
        requestSummary({ state: 'running' }),
        requestSummary({ id: 'b', state: 'succeeded' }),
      ]),
    );
    renderForEntity(<EntityBackupsContent />);
    const table = await screen.findByRole('table', {
      name: /^Restore requests/,
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Running');
    expect(second).toHaveTextContent('Succeeded');
    expect(
      backend.urlsOf('restore-requests')[0].searchParams.get('entityRef'),
    ).toBe('component:default/payments-api');
  });

  it('are no part of the tab when there are none', async () => {
    renderForEntity(<EntityBackupsContent />);
    await screen.findByRole('button', { name: 'Request restore' });
    expect(
      screen.queryByRole('region', { name: 'Restore requests' }),
    ).not.toBeInTheDocument();
  });

  it('are said to be out of date while they cannot be asked for again', async () => {
    const signals = new FakeSignals();
    backend.answer('restore-requests', requests([requestSummary()]));
    renderForEntity(<EntityBackupsContent />, { signals });
    const region = await screen.findByRole('region', {
      name: 'Restore requests',
    });
    const message = 'The database is away';
    backend.refuse('restore-requests', 503, { name: 'Error', message });
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    expect(
      await within(region).findByText(new RegExp(message)),
    ).toBeInTheDocument();
    expect(within(region).getByRole('table')).toBeInTheDocument();
  });

  it('are said to be forbidden, with the right that is missing', async () => {
    backend.refuse('restore-requests', 403, {
      name: 'NotAllowedError',
      message: 'You lack the permission velero.backup.read',
    });
    renderForEntity(<EntityBackupsContent />);
    const region = await screen.findByRole('region', {
      name: 'Restore requests',
    });
    expect(region).toHaveTextContent('You are not allowed to see this');
    expect(region).toHaveTextContent('velero.backup.read');
  });

  it('are said not to be known when the backend does not answer', async () => {
    const message = 'The database is away';
    backend.refuse('restore-requests', 503, { name: 'Error', message });
    renderForEntity(<EntityBackupsContent />);
    const region = await screen.findByRole('region', {
      name: 'Restore requests',
    });
    expect(region).toHaveTextContent(message);
    backend.answer('restore-requests', requests([requestSummary()]));
    await userEvent.click(
      within(region).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(region).findByRole('table')).toBeInTheDocument();
  });
});
