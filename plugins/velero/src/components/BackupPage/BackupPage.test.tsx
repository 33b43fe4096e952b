import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { answer, backup, backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';
const PATH = `/backups/eu-west/velero/${NAME}`;

function renderTab(options: { path?: string; search?: string } = {}) {
  return renderForEntity(<EntityBackupsContent />, options);
}

function path() {
  return screen.getByRole('status', { name: 'path' }).textContent;
}

function address() {
  return screen.getByRole('status', { name: 'address' }).textContent;
}

function findTitle() {
  return screen.findByRole('heading', { level: 2, name: NAME });
}

/** The value beside a name. */
async function findFact(name: string): Promise<HTMLElement> {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling as HTMLElement;
}

async function openTab(name: string) {
  const tabs = await screen.findByRole('navigation', {
    name: 'Parts of this page',
  });
  await userEvent.click(within(tabs).getByRole('link', { name }));
}

describe('the page of a backup', () => {
  it('opens from the list by keyboard, takes the focus, and leads back to the filters', async () => {
    renderTab({ search: '?phase=Completed' });
    const link = await screen.findByRole('link', {
      name: `Details of ${NAME} in eu-west`,
    });
    link.focus();
    await userEvent.keyboard('{Enter}');

    await waitFor(async () => expect(await findTitle()).toHaveFocus());
    expect(path()).toBe(PATH);

    await openTab('YAML');
    await userEvent.click(
      screen.getByRole('link', { name: 'All restore points' }),
    );
    await screen.findByRole('table', { name: /^restore points/i });
    expect(path()).toBe('');
    expect(address()).toBe('?phase=Completed');
  });

  it('keeps the way back through the pages of the list', async () => {
    backend.answer('backups', url => {
      const second = url.searchParams.has('cursor');
      return answer([backup({ name: second ? 'second' : 'first' })], {
        pageInfo: { nextCursor: second ? undefined : 'next' },
      });
    });
    renderTab();
    await screen.findByText('first');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(await screen.findByText('second'));
    await userEvent.click(
      await screen.findByRole('link', { name: 'All restore points' }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('first')).toBeInTheDocument();
  });

  it('opens by its address, and each of its tabs, too', async () => {
    renderTab({ path: `${PATH}/yaml` });

    expect(
      await screen.findByRole('region', { name: `YAML of ${NAME}` }),
    ).toHaveTextContent(/kind: Backup.*includedNamespaces: - payments/);
    expect(screen.getByRole('link', { name: 'YAML' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(backend.urlsOf('details').map(url => url.pathname)).toEqual([
      `/api/velero/clusters/eu-west${PATH.replace('/eu-west', '')}`,
    ]);
  });

  it.each([
    ['', ''],
    ['&phase=Failed', '?phase=Failed'],
  ])('takes over the old address with %j', async (more, list) => {
    renderTab({ search: `?backup=eu-west/velero/${NAME}${more}` });

    await findTitle();
    expect(path()).toBe(PATH);
    expect(address()).toBe('');
    await userEvent.click(
      screen.getByRole('link', { name: 'All restore points' }),
    );
    await screen.findByRole('table', { name: /^restore points/i });
    expect(address()).toBe(list);
  });

  it('is not opened by an old address that names no backup', async () => {
    renderTab({ search: '?backup=nonsense' });

    expect(await screen.findByText(NAME)).toBeInTheDocument();
    expect(backend.urlsOf('details')).toEqual([]);
  });

  it('leads from a tab that it does not have to the overview', async () => {
    renderTab({ path: `${PATH}/nonsense` });

    expect(await findFact('Kept for')).toHaveTextContent('720h0m0s');
    expect(path()).toBe(PATH);
  });

  it('says when there is no such backup', async () => {
    backend.refuse('details', 404, {
      name: 'NotFoundError',
      message: `No backup ${NAME} in eu-west`,
    });
    renderTab({ path: PATH });

    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(
      screen.getByText(`No backup ${NAME} in eu-west`),
    ).toBeInTheDocument();
  });
});

describe('the overview of a backup', () => {
  it('tells where the backup lies, who made it and what it holds', async () => {
    backend.answer(
      'details',
      backupDetails({
        origin: 'other-cluster',
        originCluster: 'us-east',
        namespaces: ['payments', 'ledger'],
        formatVersion: '1.1.0',
        annotations: { 'velero.io/resource-timeout': '10m0s' },
      }),
    );
    renderTab({ path: PATH });

    expect(await findFact('Location')).toHaveTextContent(
      'aws payments-backups/eu-west',
    );
    expect(await findFact('Origin')).toHaveTextContent('made by us-east');
    expect(await findFact('Your namespaces in it')).toHaveTextContent(
      'payments, ledger',
    );
    expect(await findFact('Format of the files')).toHaveTextContent('1.1.0');
    expect(await findFact('velero.io/resource-timeout')).toHaveTextContent(
      '10m0s',
    );
    expect(screen.getByRole('list', { name: /how fresh/i })).toHaveTextContent(
      'Live',
    );
  });

  it.each([
    ['this-cluster' as const, 'made by this cluster'],
    ['other-cluster' as const, 'made by another cluster'],
    ['unknown' as const, 'not known'],
  ])('names the origin %s', async (origin, text) => {
    backend.answer('details', backupDetails({ origin }));
    renderTab({ path: PATH });

    expect(await findFact('Origin')).toHaveTextContent(text);
  });

  it('claims nothing of when a backup expires that does not say it', async () => {
    backend.answer('details', backupDetails({ expiresAt: undefined }));
    renderTab({ path: PATH });

    expect(await findFact('Expires')).toHaveTextContent('not known');
  });

  it('says in words what the spec asks for', async () => {
    backend.answer(
      'details',
      backupDetails({
        spec: {
          includedNamespaces: ['payments'],
          excludedNamespaceScopedResources: ['events'],
          labelSelector: { matchLabels: { app: 'db' } },
          orderedResources: { pods: 'payments/a,payments/b' },
          snapshotVolumes: false,
          defaultVolumesToFsBackup: true,
          csiSnapshotTimeout: '10m0s',
          resourcePolicy: { kind: 'configmap', name: 'small-volumes' },
          hooks: {
            resources: [
              {
                name: 'freeze',
                includedNamespaces: ['payments'],
                pre: [{ exec: { command: ['(hidden)'] } }],
              },
            ],
          },
        },
        hooks: { attempted: 2, failed: 1 },
        csiSnapshots: { attempted: 3, completed: 2, failed: 1 },
      }),
    );
    renderTab({ path: PATH });

    const facts: Array<[string, string]> = [
      ['Kinds in namespaces left out', 'events'],
      ['Cluster-wide kinds', 'as the objects in namespaces need them'],
      ['Only with the labels', 'app=db'],
      ['With one of the labels', 'none'],
      ['Order', 'pods: payments/a,payments/b'],
      ['Snapshots', 'no'],
      ['Copies files of all pod volumes', 'yes'],
      ['Limit for CSI snapshots', '10m0s'],
      ['Limit for operations', 'default of the server'],
      ['Policy for volumes', 'small-volumes'],
      ['freeze', '1 before, 0 after in payments'],
      ['Hooks run', '2, of which 1 failed'],
      ['CSI snapshots', '2 of 3, 1 failed'],
    ];
    for (const [name, text] of facts) {
      expect(await findFact(name)).toHaveTextContent(text);
    }
  });

  it('leaves out of a shared backup what is not the reader’s', async () => {
    backend.answer(
      'details',
      backupDetails({
        shared: true,
        spec: { includedNamespaces: ['payments', '(and others)'] },
        labels: {},
      }),
    );
    renderTab({ path: PATH });

    expect(await findFact('Shared with others')).toHaveTextContent(/^Yes\./);
    expect(
      screen.getByText('Only what concerns your namespaces is shown'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Only with the labels')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Labels' }),
    ).not.toBeInTheDocument();
  });

  it('quotes what Velero says of a failure', async () => {
    backend.answer(
      'details',
      backupDetails({
        phase: 'FailedValidation',
        outcome: 'invalid',
        validationErrors: ['a', 'b'].map(name => `${name} does not exist`),
        failureReason: 'error uploading backup',
        startedAt: undefined,
        completedAt: undefined,
        itemsTotal: undefined,
        location: undefined,
      }),
    );
    renderTab({ path: PATH });

    expect(
      await screen.findByText('error uploading backup'),
    ).toBeInTheDocument();
    expect(screen.getByText('a does not exist')).toBeInTheDocument();
    expect(screen.getByText('b does not exist')).toBeInTheDocument();
    expect(await findFact('Completed')).toHaveTextContent('not completed');
    expect(await findFact('Items')).toHaveTextContent('not known');
  });
});
