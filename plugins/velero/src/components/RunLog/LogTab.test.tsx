import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';
const LOG = [
  'time="2026-11-23T02:00:01Z" level=info msg="Backing up item" name=db-0',
  'time="2026-11-23T02:00:02Z" level=warning msg="It is slow" name=db-1',
  'time="2026-11-23T02:00:03Z" level=error msg="It broke" name=db-2',
  '',
].join('\n');

function renderTab(search = '') {
  return renderForEntity(<EntityBackupsContent />, {
    path: `/backups/eu-west/velero/${NAME}/log`,
    search,
  });
}

async function findLines(): Promise<string[]> {
  const log = await screen.findByRole('region', { name: `Log of ${NAME}` });
  return within(log)
    .getAllByRole('listitem')
    .map(item => item.textContent ?? '');
}

/** A log of which the test writes piece by piece. */
function openLog() {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  backend.answerLog(readable);
  return {
    write: (text: string) => writer.write(new TextEncoder().encode(text)),
    close: () => writer.close(),
    abort: () => writer.abort(new Error('gone')),
  };
}

describe('the log of a backup', () => {
  it('shows when, how grave, what and where', async () => {
    backend.answerLog(LOG);
    renderTab();

    expect(await findLines()).toEqual([
      '12026-11-23T02:00:01ZinfoBacking up itemname=db-0',
      '22026-11-23T02:00:02ZwarningIt is slowname=db-1',
      '32026-11-23T02:00:03ZerrorIt brokename=db-2',
    ]);
    expect(await screen.findByText('3 of 3 lines.')).toBeInTheDocument();
  });

  it('shows its first lines while the rest is still on its way', async () => {
    const log = openLog();
    renderTab();
    await log.write('level=info msg=first\nlevel=info msg=sec');

    expect(await findLines()).toHaveLength(1);
    expect(screen.getByText('1 of 1 lines so far…')).toBeInTheDocument();

    await log.write('ond\n');
    await log.close();
    expect(await screen.findByText('2 of 2 lines.')).toBeInTheDocument();
    expect((await findLines())[1]).toContain('second');
  });

  it('is narrowed by level and text, which the address keeps', async () => {
    backend.answerLog(LOG);
    renderTab();
    await findLines();

    const level = screen.getByRole('combobox', { name: 'Level' });
    await userEvent.selectOptions(level, 'Warnings and errors');
    expect(await findLines()).toHaveLength(2);

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search in the log' }),
      'BROKE',
    );
    await waitFor(async () => expect(await findLines()).toHaveLength(1));
    expect(screen.getByText('1 of 3 lines.')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?level=warning&q=BROKE',
    );
  });

  it('is narrowed as the address says', async () => {
    backend.answerLog(LOG);
    renderTab('?level=error');

    expect(await findLines()).toHaveLength(1);
  });

  it('lays out few of many lines', async () => {
    backend.answerLog('level=info msg=x\n'.repeat(20_000));
    renderTab();

    expect(await screen.findByText('20,000 of 20,000 lines.')).toBeVisible();
    expect((await findLines()).length).toBeLessThan(100);
  });

  it('keeps of a huge one what fits, and says so', async () => {
    const lines = 'level=info msg=x\n'.repeat(200_000);
    backend.answerLog(`level=error msg=early\n${lines}`);
    renderTab('?level=error');

    await screen.findByText(/of 200,001 lines\./);
    expect(
      screen.getByText(/The log is too large to be shown whole/),
    ).toBeInTheDocument();
    expect(await findLines()).toEqual(['1errorearly']);
  });

  it('says when the rest could not be given, and offers to try again', async () => {
    backend.answerLog(
      'level=info msg=x\n[The log is cut here. The connection broke]\n',
    );
    renderTab();

    expect(await screen.findByText('The log is not whole')).toBeInTheDocument();
    expect(screen.getByText('The connection broke')).toBeInTheDocument();

    backend.answerLog(LOG);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 of 3 lines.')).toBeInTheDocument();
    expect(screen.queryByText('The log is not whole')).not.toBeInTheDocument();
  });

  it('keeps what has come when the connection breaks', async () => {
    const log = openLog();
    renderTab();
    await log.write('level=info msg=first\n');
    await findLines();
    await log.abort();

    expect(await screen.findByText('The log is not whole')).toBeInTheDocument();
    expect(await findLines()).toHaveLength(1);
  });

  it('is not offered of a shared backup, and why', async () => {
    backend.answer('details', backupDetails({ shared: true }));
    renderTab();

    expect(
      await screen.findByText('The log is not offered'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/its log names what is in them/),
    ).toBeInTheDocument();
    expect(backend.urlsOf('logs')).toEqual([]);
    expect(
      screen.queryByRole('button', { name: /download/i }),
    ).not.toBeInTheDocument();
  });

  it('is not asked for while the backup runs', async () => {
    backend.answer(
      'details',
      backupDetails({ lifecycle: 'running', outcome: undefined }),
    );
    renderTab();

    expect(
      await screen.findByText('It is still running, so there is no log yet'),
    ).toBeInTheDocument();
    expect(backend.urlsOf('logs')).toEqual([]);
  });

  it('can be downloaded as a file', async () => {
    const saved: Blob[] = [];
    const createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return '#log';
    };
    Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} });
    backend.answerLog(LOG);
    renderTab();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Download the log' }),
    );
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].size).toBe(LOG.length);
    expect(backend.urlsOf('logs')).toHaveLength(2);
  });

  it('says why it could not be downloaded', async () => {
    backend.answerLog(LOG);
    renderTab();
    await findLines();
    backend.refuse('logs', 502, {
      name: 'ArtifactError',
      message: 'Look at the store',
      reason: 'store-unreachable',
    });

    await userEvent.click(
      screen.getByRole('button', { name: 'Download the log' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The log could not be downloaded: Look at the store',
    );
  });
});
