import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BackupRequest } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  backupOption,
  backupOptions,
} from '../../__testUtils__/backupNowFixtures';
import { cluster, unprovenNamespace } from '../../__testUtils__/fixtures';
import { openBackupNow } from './__testUtils__/openBackupNow';
import { renderBackupNow } from './__testUtils__/renderBackupNow';

const backend = FakeBackend.forTests();

const sent = () => backend.bodiesOf('create') as BackupRequest[];

describe('BackupNowForm', () => {
  it('sends what was chosen, by keyboard alone', async () => {
    const namespaces = [
      { namespace: 'payments' },
      { namespace: 'payments-db' },
    ];
    const [location] = backupOption().locations;
    backend.answer(
      'backup-options',
      backupOptions({
        items: [
          backupOption({
            namespaces,
            locations: [location, { ...location, name: 'second' }],
          }),
        ],
      }),
    );
    renderBackupNow();
    (await screen.findByRole('button', { name: 'Back up now' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));

    await userEvent.tab();
    expect(dialog.getByRole('checkbox', { name: 'payments' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.tab();
    expect(dialog.getByRole('radio', { name: 'default' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    expect(keepFor).toHaveFocus();
    await userEvent.clear(keepFor);
    await userEvent.keyboard('48h');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.click(keepFor);
    await userEvent.keyboard('{Enter}');

    await dialog.findByText(/has taken backup/);
    expect(sent()).toMatchObject([
      {
        namespaces: ['payments-db'],
        storageLocation: 'second',
        keepFor: '48h',
        volumes: 'none',
      },
    ]);
    await userEvent.keyboard('{Escape}');
  });

  it('says at once what is wrong with how long it is to be kept, and until when that is', async () => {
    const dialog = await openBackupNow();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    expect(keepFor).toHaveAccessibleDescription(
      /^Kept until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    );
    await userEvent.clear(keepFor);
    await userEvent.type(keepFor, '30d');

    expect(keepFor).toBeInvalid();
    expect(keepFor).toHaveAccessibleDescription(/write it in hours, as 720h/);
    expect(dialog.submit()).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    expect(sent()).toEqual([]);
  });

  it('shows what cannot be chosen, and why', async () => {
    const message = 'BackupStorageLocation "old" is unavailable: no bucket';
    const [location] = backupOption().locations;
    backend.answer(
      'backup-options',
      backupOptions({
        items: [
          backupOption({
            namespaces: [
              { namespace: 'payments' },
              { namespace: 'secret', problem: 'You lack the permission' },
            ],
            locations: [
              location,
              {
                ...location,
                name: 'old',
                phase: 'Unavailable',
                message,
                problem: `It is Unavailable. Velero says: ${message}`,
              },
            ],
          }),
        ],
        namespaces: [
          { ...unprovenNamespace, cluster: 'eu-west', namespace: 'ledger' },
          unprovenNamespace,
        ],
      }),
    );
    const dialog = await openBackupNow();
    const old = dialog.getByRole('radio', { name: 'old' });
    expect(old).toBeDisabled();
    expect(old).toHaveAccessibleDescription(expect.stringContaining(message));
    const secret = dialog.getByRole('checkbox', { name: 'secret' });
    expect(secret).toBeDisabled();
    expect(secret).not.toBeChecked();
    expect(secret).toHaveAccessibleDescription('You lack the permission');
    expect(
      dialog.getByRole('checkbox', { name: 'ledger' }),
    ).toHaveAccessibleDescription(/^Ownership is not proven/);
    expect(dialog.getAllByRole('checkbox')).toHaveLength(3);
  });

  it('stays with the location that was shown first when that breaks meanwhile', async () => {
    const [location] = backupOption().locations;
    const other = { ...location, name: 'other', default: false };
    const optionsWith = (problem?: string) =>
      backupOptions({
        items: [
          backupOption({
            locations: [{ ...location, problem }, other],
            storageLocation: problem ? 'other' : 'default',
          }),
        ],
      });
    backend.answer('backup-options', optionsWith());
    const dialog = await openBackupNow();
    expect(dialog.submit()).toBeEnabled();
    backend.answer('backup-options', optionsWith('It is Unavailable'));
    dialog.change();

    await dialog.findByText('It is Unavailable');
    expect(dialog.getByRole('radio', { name: 'default' })).toBeChecked();
    expect(dialog.submit()).toBeDisabled();
    await userEvent.click(dialog.getByRole('radio', { name: 'other' }));
    expect(dialog.submit()).toBeEnabled();
  });

  it('lets nobody ask for nothing', async () => {
    const dialog = await openBackupNow();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'payments' }));
    expect(
      dialog.getByText('Choose at least one namespace.'),
    ).toBeInTheDocument();
    expect(dialog.submit()).toBeDisabled();
  });

  it('asks in which cluster where there are several', async () => {
    const east = backupOption({
      cluster: 'us-east',
      namespaces: [{ namespace: 'ledger' }],
      keepFor: '24h',
    });
    backend.answer(
      'backup-options',
      backupOptions({
        items: [backupOption(), east],
        clusters: [
          cluster(),
          cluster({ name: 'us-east', state: 'stale', reason: 'No way there' }),
        ],
      }),
    );
    const dialog = await openBackupNow();
    expect(dialog.queryByText('No way there')).not.toBeInTheDocument();
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Cluster' }),
      'us-east',
    );
    expect(dialog.getByText('No way there')).toBeInTheDocument();
    expect(dialog.getByRole('textbox', { name: /^Keep for/ })).toHaveValue(
      '24h',
    );
    await userEvent.click(dialog.submit());
    await dialog.findByText(/has taken backup/);
    expect(sent()).toMatchObject([
      { cluster: 'us-east', namespaces: ['ledger'] },
    ]);
  });

  it('stays in the cluster that was shown first when others come and go', async () => {
    const first = backupOption({ cluster: 'aa-south' });
    const second = backupOption();
    backend.answer('backup-options', backupOptions({ items: [second] }));
    const dialog = await openBackupNow();
    backend.answer('backup-options', backupOptions({ items: [first, second] }));
    dialog.change();
    await dialog.findByRole('combobox', { name: 'Cluster' });
    await userEvent.click(dialog.submit());
    await dialog.findByText(/has taken backup/);
    expect(sent()).toMatchObject([{ cluster: 'eu-west' }]);
  });
});
