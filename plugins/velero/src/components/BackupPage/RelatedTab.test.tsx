import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import {
  answer,
  backup,
  backupDetails,
  restore,
} from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';
const HERE = `/backups/eu-west/velero/${NAME}`;

function renderTab() {
  return renderForEntity(<EntityBackupsContent />, { path: `${HERE}/related` });
}

describe('what is related to a backup', () => {
  it('is its schedule, with all that it made', async () => {
    renderTab();

    expect(
      await screen.findByRole('link', {
        name: 'All restore points of payments-daily',
      }),
    ).toHaveAttribute(
      'href',
      '/entity/backups?cluster=eu-west&schedule=payments-daily',
    );
  });

  it('says that somebody made it by hand', async () => {
    backend.answer('details', backupDetails({ schedule: undefined }));
    renderTab();

    expect(
      await screen.findByText(/^None: somebody asked/),
    ).toBeInTheDocument();
  });

  it('are the restores that were made from it', async () => {
    backend.answer('restores', answer([restore({ backup: NAME })]));
    renderTab();

    const [row] = await findRows(/^restores made from it/i);
    expect(
      within(row).getByRole('link', {
        name: 'Details of restore payments-again in eu-west',
      }),
    ).toHaveAttribute(
      'href',
      '/entity/backups/restores/eu-west/velero/payments-again',
    );
    const [url] = backend.urlsOf('restores');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      backup: NAME,
      cluster: 'eu-west',
    });
  });

  it('is the same stored backup in other clusters, and no other of that name', async () => {
    const elsewhere = { ...backup().location!, place: 'another-place' };
    backend.answer(
      'backups',
      answer([
        backup(),
        backup({ cluster: 'us-east' }),
        backup({ cluster: 'edge', location: elsewhere }),
      ]),
    );
    renderTab();

    const rows = await findRows(/^the same stored backup/i);
    expect(rows).toHaveLength(1);
    expect(within(rows[0]).getByRole('link')).toHaveAttribute(
      'href',
      `/entity/backups${HERE.replace('eu-west', 'us-east')}`,
    );
    expect(backend.urlsOf('backups')[0].searchParams.get('name')).toBe(NAME);
  });

  it('says that there is nothing', async () => {
    backend.answer('backups', answer([backup()]));
    renderTab();

    expect(
      await screen.findByText(/^No restore of your namespaces/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No other cluster of this service sees it.'),
    ).toBeInTheDocument();
  });
});
