import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BackupRequest } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  backupOption,
  backupOptions,
  createdBackup,
} from '../../__testUtils__/backupNowFixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';
import { openBackupNow } from './__testUtils__/openBackupNow';
import { renderBackupNow } from './__testUtils__/renderBackupNow';

const backend = FakeBackend.forTests();

const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/;

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
    const dialog = await openBackupNow();
    for (const box of dialog.getAllByRole('checkbox')) {
      expect(box).toBeChecked();
    }
    await userEvent.click(dialog.submit());

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

  it('asks again what can be chosen when it is opened', async () => {
    renderBackupNow();
    const button = await screen.findByRole('button', { name: 'Back up now' });
    backend.answer(
      'backup-options',
      backupOptions({ quota: { limit: 6, left: 1 } }),
    );
    await userEvent.click(button);
    expect(await screen.findByText(/^1 of 6 backups left/)).toBeInTheDocument();
  });

  it('keeps what was chosen when it is refused, and tells why', async () => {
    const message =
      "No backup was made: storage location 'default' of cluster 'eu-west' cannot be used. It is Unavailable. Velero says: no bucket";
    backend.refuse('create', 409, { name: 'OperationError', message });
    const dialog = await openBackupNow();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    await userEvent.clear(keepFor);
    await userEvent.type(keepFor, '48h');
    await userEvent.click(dialog.submit());

    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(dialog.getByText('No backup was made')).toBeInTheDocument();
    expect(keepFor).toHaveValue('48h');
    expect(dialog.submit()).toBeEnabled();
  });

  it('says when it is not known, and sends the same request again until something is changed', async () => {
    const message = "Cluster 'eu-west' did not say whether it took backup 'x'";
    backend.refuse('create', 504, { name: 'OperationError', message });
    const dialog = await openBackupNow();
    await userEvent.click(dialog.submit());
    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(
      dialog.getByText(/^It is not known whether the backup was made/),
    ).toBeInTheDocument();
    await userEvent.click(dialog.submit());
    await dialog.findByText(message);
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Without volumes' }),
    );
    backend.answer('create', createdBackup());
    await userEvent.click(dialog.submit());
    await dialog.findByText(/has taken backup/);

    const [first, second, third] = sent().map(({ requestId }) => requestId);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  const reason = 'cluster-unreachable';

  it.each<[number, object, RegExp]>([
    [400, { name: 'InputError' }, /^No backup was made$/],
    [403, { name: 'NotAllowedError' }, /^No backup was made$/],
    [429, { name: 'OperationError' }, /^No backup was made: too many/],
    [503, { name: 'OperationError', reason }, /^No backup was made$/],
    [504, { name: 'OperationError', reason: 'not-known' }, /^It is not known/],
    [500, { name: 'Error' }, /^It is not known/],
    [503, { name: 'ServiceUnavailableError' }, /^It is not known/],
  ])('says what the answer %s %j means', async (status, error, title) => {
    const message = 'for a reason';
    backend.refuse('create', status, { name: '', message, ...error });
    const dialog = await openBackupNow();
    await userEvent.click(dialog.submit());
    expect(await dialog.findByText(message)).toBeInTheDocument();
    expect(dialog.getByText(title)).toBeInTheDocument();
  });

  it.each([
    ['an ingress', () => new Response('Bad Gateway', { status: 502 })],
    ['a network', () => Response.error()],
  ])('does not take the word of %s that failed', async (_, answer) => {
    backend.answerWith('create', answer);
    const dialog = await openBackupNow();
    await userEvent.click(dialog.submit());
    expect(
      await dialog.findByText(/^It is not known whether the backup was made/),
    ).toBeInTheDocument();
    expect(dialog.queryByText(/^No backup was made/)).not.toBeInTheDocument();
  });

  it('says how many are left, and until when none is', async () => {
    backend.answer(
      'backup-options',
      backupOptions({
        quota: { limit: 6, left: 0, nextAt: '2026-11-23T09:41:00.000Z' },
      }),
    );
    const dialog = await openBackupNow();
    expect(
      dialog.getByText(/all 6 backups .* possible at 2026-11-23 09:41 UTC/),
    ).toBeInTheDocument();
    expect(dialog.submit()).toBeDisabled();
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
    expect(
      await screen.findByRole('button', { name: 'Back up now' }),
    ).toBeInTheDocument();
  });
});
