import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ArtifactResource,
  VELERO_CHANGES_CHANNEL,
} from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { findRows } from '../../__testUtils__/findRows';
import { backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const CONTENTS =
  '/backups/eu-west/velero/payments-daily-20261123020000/contents';

function renderTab(search = '', path = CONTENTS) {
  return renderForEntity(<EntityBackupsContent />, { path, search });
}

/** Plays a server that holds many objects, and searches and pages as ours does. */
function answerMany(total: number) {
  const all = Array.from(
    { length: total },
    (_, index): ArtifactResource => ({
      groupVersionKind: 'v1/ConfigMap',
      namespace: 'payments',
      name: `config-${index}`,
    }),
  );
  backend.answer('resources', ({ searchParams }) => {
    const offset = Number(searchParams.get('offset') ?? 0);
    const limit = Number(searchParams.get('limit'));
    const q = searchParams.get('q') ?? '';
    const found = all.filter(({ name }) => name.includes(q));
    return {
      items: found.slice(offset, offset + limit),
      totalItems: found.length,
      truncated: offset + limit < found.length,
    };
  });
}

const rowsOf = () => findRows(/^objects, by kind/i);

describe('the contents of a backup', () => {
  it('lays out a page of them, however many there are', async () => {
    answerMany(50_000);
    renderTab();

    expect(await rowsOf()).toHaveLength(100);
    expect(screen.getByText('1–100 of 50,000')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Last page' }));
    expect(await screen.findByText('config-49999')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?offset=49900');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
  });

  it('are searched by the server, and the text is kept in the address', async () => {
    answerMany(5_000);
    renderTab('?offset=100');
    await screen.findByText('config-100');

    await userEvent.type(
      screen.getByRole('searchbox', { name: /^Search by kind/ }),
      'config-4999',
    );

    await waitFor(async () => expect(await rowsOf()).toHaveLength(1));
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?q=config-4999',
    );
    expect(screen.getByText('1–1 of 1')).toBeInTheDocument();
  });

  it('are searched as the address says', async () => {
    answerMany(20);
    renderTab('?q=config-19');

    expect(await rowsOf()).toHaveLength(1);
    expect(screen.getByRole('searchbox')).toHaveValue('config-19');
  });

  it('say that nothing matches', async () => {
    answerMany(20);
    renderTab('?q=zzz');

    expect(
      await screen.findByText('Nothing in it matches.'),
    ).toBeInTheDocument();
  });

  it('lead out of a page that is past the end', async () => {
    answerMany(20);
    renderTab('?offset=900');

    await userEvent.click(
      await screen.findByRole('button', { name: 'First page' }),
    );
    expect(await rowsOf()).toHaveLength(20);
  });

  it('are not asked for before the backup has ended, and then come by themselves', async () => {
    backend.answer(
      'details',
      backupDetails({ lifecycle: 'running', outcome: undefined }),
    );
    const signals = new FakeSignals();
    renderForEntity(<EntityBackupsContent />, { path: CONTENTS, signals });

    expect(
      await screen.findByText(/still running, so there is no list of contents/),
    ).toBeInTheDocument();
    expect(backend.urlsOf('resources')).toEqual([]);

    answerMany(3);
    backend.answer('details', backupDetails());
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    expect(await rowsOf()).toHaveLength(3);
  });

  it('say of a restore what it did with each', async () => {
    backend.answer('resources', {
      items: ['created', 'skipped', 'failed', 'pondered'].map(action => ({
        groupVersionKind: 'v1/Secret',
        name: action,
        action,
      })),
      totalItems: 4,
      truncated: false,
    });
    renderTab('', '/restores/eu-west/velero/payments-again/contents');

    const rows = await rowsOf();
    expect(rows.map(row => row.textContent)).toEqual([
      'createdcluster-widev1/Secretcreated',
      'skippedcluster-widev1/Secretskipped',
      'failedcluster-widev1/Secretfailed',
      'ponderedcluster-widev1/Secretpondered',
    ]);
  });
});
