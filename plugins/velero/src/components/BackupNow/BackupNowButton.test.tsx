import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BackupRequest } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  backupOption,
  backupOptions,
  cluster,
  createdBackup,
  unprovenNamespace,
} from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';
import { renderBackupNow } from './__testUtils__/renderBackupNow';

const backend = FakeBackend.forTests();

const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/;

async function open() {
  const change = renderBackupNow();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Back up now' }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Back up now' });
  return { ...within(dialog), change };
}

const submit = (dialog: Pick<ReturnType<typeof within>, 'getByRole'>) =>
  dialog.getByRole('button', { name: 'Make the backup' });

const sent = () => backend.bodiesOf('create') as BackupRequest[];

describe('BackupNowButton', () => {
  it('has a backup of everything made when nothing is changed', async () => {
    const namespaces = [
      { namespace: 'payments' },
      { namespace: 'payments-db' },
    ];
    backend.answer(
      'backup-options',
      backupOptions({ items: [backupOption({ namespaces })] }),
    );
    const dialog = await open();
    for (const box of dialog.getAllByRole('checkbox')) {
      expect(box).toBeChecked();
    }
    await userEvent.click(submit(dialog));

    expect(
      await dialog.findByText(
        'Cluster eu-west has taken backup payments-api-eu-west-20261123094112.',
      ),
    ).toBeInTheDocument();
    expect(sent()).toEqual([
      {
        cluster: 'eu-west',
        veleroNamespace: 'velero',
        namespaces: ['payments', 'payments-db'],
        storageLocation: 'default',
        keepFor: '720h',
        volumes: 'default',
        requestId: expect.stringMatching(REQUEST_ID),
      },
    ]);
  });

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
    const dialog = await open();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    expect(keepFor).toHaveAccessibleDescription(
      /^Kept until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    );
    await userEvent.clear(keepFor);
    await userEvent.type(keepFor, '30d');

    expect(keepFor).toBeInvalid();
    expect(keepFor).toHaveAccessibleDescription(/write it in hours, as 720h/);
    expect(submit(dialog)).toBeDisabled();
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
    const dialog = await open();
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
    const dialog = await open();
    expect(submit(dialog)).toBeEnabled();
    backend.answer('backup-options', optionsWith('It is Unavailable'));
    dialog.change();

    await dialog.findByText('It is Unavailable');
    expect(dialog.getByRole('radio', { name: 'default' })).toBeChecked();
    expect(submit(dialog)).toBeDisabled();
    await userEvent.click(dialog.getByRole('radio', { name: 'other' }));
    expect(submit(dialog)).toBeEnabled();
  });

  it('asks again what can be chosen when it is opened', async () => {
    renderBackupNow();
    const button = await screen.findByRole('button', { name: 'Back up now' });
    backend.answer(
      'backup-options',
      backupOptions({ quota: { limit: 6, left: 1 } }),
    );
    await userEvent.click(button);
    await screen.findByText(/^1 of 6 backups left/);
  });

  it('lets nobody ask for nothing', async () => {
    const dialog = await open();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'payments' }));
    expect(
      dialog.getByText('Choose at least one namespace.'),
    ).toBeInTheDocument();
    expect(submit(dialog)).toBeDisabled();
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
    const dialog = await open();
    expect(dialog.queryByText('No way there')).not.toBeInTheDocument();
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Cluster' }),
      'us-east',
    );
    expect(dialog.getByText('No way there')).toBeInTheDocument();
    expect(dialog.getByRole('textbox', { name: /^Keep for/ })).toHaveValue(
      '24h',
    );
    await userEvent.click(submit(dialog));
    await dialog.findByText(/has taken backup/);
    expect(sent()).toMatchObject([
      { cluster: 'us-east', namespaces: ['ledger'] },
    ]);
  });

  it('stays in the cluster that was shown first when others come and go', async () => {
    const first = backupOption({ cluster: 'aa-south' });
    const second = backupOption();
    backend.answer('backup-options', backupOptions({ items: [second] }));
    const dialog = await open();
    backend.answer('backup-options', backupOptions({ items: [first, second] }));
    dialog.change();
    await dialog.findByRole('combobox', { name: 'Cluster' });
    await userEvent.click(submit(dialog));
    await dialog.findByText(/has taken backup/);
    expect(sent()).toMatchObject([{ cluster: 'eu-west' }]);
  });

  it('keeps what was chosen when it is refused, and tells why', async () => {
    const message =
      "No backup was made: storage location 'default' of cluster 'eu-west' cannot be used. It is Unavailable. Velero says: no bucket";
    backend.refuse('create', 409, { name: 'OperationError', message });
    const dialog = await open();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    await userEvent.clear(keepFor);
    await userEvent.type(keepFor, '48h');
    await userEvent.click(submit(dialog));

    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(dialog.getByText('No backup was made')).toBeInTheDocument();
    expect(keepFor).toHaveValue('48h');
    expect(submit(dialog)).toBeEnabled();
  });

  it('says when it is not known, and sends the same request again until something is changed', async () => {
    const message = "Cluster 'eu-west' did not say whether it took backup 'x'";
    backend.refuse('create', 504, { name: 'OperationError', message });
    const dialog = await open();
    await userEvent.click(submit(dialog));
    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(
      dialog.getByText(/^It is not known whether the backup was made/),
    ).toBeInTheDocument();
    await userEvent.click(submit(dialog));
    await dialog.findByText(message);
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Without volumes' }),
    );
    backend.answer('create', createdBackup());
    await userEvent.click(submit(dialog));
    await dialog.findByText(/has taken backup/);

    const [first, second, third] = sent().map(({ requestId }) => requestId);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('says how many are left, and until when none is', async () => {
    backend.answer(
      'backup-options',
      backupOptions({
        quota: { limit: 6, left: 0, nextAt: '2026-11-23T09:41:00.000Z' },
      }),
    );
    const dialog = await open();
    expect(
      dialog.getByText(/all 6 backups .* possible at 2026-11-23 09:41 UTC/),
    ).toBeInTheDocument();
    expect(submit(dialog)).toBeDisabled();
  });

  it.each([
    [
      'may make none',
      () =>
        backend.refuse('backup-options', 403, {
          name: 'NotAllowedError',
          message: 'no',
        }),
    ],
    [
      'has nothing to back up',
      () => backend.answer('backup-options', backupOptions({ items: [] })),
    ],
  ])('is not there for somebody who %s', async (_, prepare) => {
    prepare();
    renderForEntity(<EntityBackupsContent />);
    await screen.findByText(/^Protected\./);
    expect(
      screen.queryByRole('button', { name: 'Back up now' }),
    ).not.toBeInTheDocument();
    expect(backend.urlsOf('backup-options')).toHaveLength(1);
  });

  it('comes when there is something to choose later', async () => {
    backend.answer('backup-options', backupOptions({ items: [] }));
    const change = renderBackupNow();
    await waitFor(() =>
      expect(backend.urlsOf('backup-options')).toHaveLength(1),
    );
    backend.answer('backup-options', backupOptions());
    change();
    await screen.findByRole('button', { name: 'Back up now' });
  });
});
