import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { answer, backup, backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';
const ADDRESS = `?backup=eu-west/velero/${NAME}`;

function renderTab(search = '') {
  return renderForEntity(<EntityBackupsContent />, { search });
}

function findDrawer() {
  return screen.findByRole('dialog', { name: NAME });
}

function address() {
  return screen.getByRole('status', { name: 'address' }).textContent;
}

/** The value beside a name in the drawer. */
async function findFact(name: string): Promise<HTMLElement> {
  const term = await within(await findDrawer()).findByText(name, {
    selector: 'dt',
  });
  return term.nextElementSibling as HTMLElement;
}

describe('details of a backup', () => {
  it('open from the keyboard, take the focus, and give it back on Escape', async () => {
    renderTab('?phase=Completed');
    const link = await screen.findByRole('link', {
      name: `Details of ${NAME} in eu-west`,
    });
    link.focus();
    await userEvent.keyboard('{Enter}');

    const drawer = await findDrawer();
    expect(drawer).toContainElement(document.activeElement as HTMLElement);
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `?phase=Completed&backup=eu-west/velero/${NAME}`,
    );

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(drawer).not.toBeInTheDocument());
    expect(link).toHaveFocus();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?phase=Completed',
    );
  });

  it('do not come again on the way back once they are closed', async () => {
    renderTab('?phase=Completed');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Status' }),
      'Failed',
    );
    await userEvent.click(await screen.findByText(NAME));
    const drawer = await findDrawer();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(drawer).not.toBeInTheDocument());
    expect(address()).toBe('?phase=Failed');

    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(address()).toBe('?phase=Failed');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(address()).toBe('?phase=Completed');
  });

  it('claim nothing of when a backup expires that does not say it', async () => {
    backend.answer('details', backupDetails({ expiresAt: undefined }));
    renderTab(ADDRESS);

    expect(await findFact('Expires')).toHaveTextContent('not known');
  });

  it('open by their address', async () => {
    renderTab(ADDRESS);

    expect(await findFact('Kept for')).toHaveTextContent('720h0m0s');
    expect(backend.urlsOf('details').map(url => url.pathname)).toEqual([
      `/api/velero/clusters/eu-west/backups/velero/${NAME}`,
    ]);
  });

  it('keep the way back through the pages', async () => {
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
    await screen.findByRole('dialog');
    await userEvent.click(
      screen.getByRole('button', { name: 'Close the details' }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('first')).toBeInTheDocument();
  });

  it('tell where the backup lies, who made it and what it holds', async () => {
    backend.answer(
      'details',
      backupDetails({
        origin: 'other-cluster',
        originCluster: 'us-east',
        shared: true,
        namespaces: ['payments', 'ledger'],
      }),
    );
    renderTab(ADDRESS);

    expect(await findFact('Location')).toHaveTextContent(
      'aws payments-backups/eu-west',
    );
    expect(await findFact('Origin')).toHaveTextContent('made by us-east');
    expect(await findFact('Your namespaces in it')).toHaveTextContent(
      'payments, ledger',
    );
    expect(await findFact('Shared with others')).toHaveTextContent(
      /^Yes\. It also contains/,
    );
    expect(
      within(await findDrawer()).getByRole('list', { name: /how fresh/i }),
    ).toHaveTextContent('Live');
  });

  it.each([
    ['this-cluster' as const, 'made by this cluster'],
    ['other-cluster' as const, 'made by another cluster'],
    ['unknown' as const, 'not known'],
  ])('name the origin %s', async (origin, text) => {
    backend.answer('details', backupDetails({ origin }));
    renderTab(ADDRESS);

    expect(await findFact('Origin')).toHaveTextContent(text);
  });

  it('quote what Velero says of a failure', async () => {
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
    renderTab(ADDRESS);
    const drawer = within(await findDrawer());

    expect(
      await drawer.findByText('error uploading backup'),
    ).toBeInTheDocument();
    expect(drawer.getByText('a does not exist')).toBeInTheDocument();
    expect(drawer.getByText('b does not exist')).toBeInTheDocument();
    expect(await findFact('Completed')).toHaveTextContent('not completed');
    expect(await findFact('Items')).toHaveTextContent('not known');
  });

  it('show the spec, and of a huge object only the beginning', async () => {
    backend.answer(
      'details',
      backupDetails({ labels: { huge: 'x'.repeat(100_000) } }),
    );
    renderTab(ADDRESS);
    const drawer = within(await findDrawer());

    expect(
      await drawer.findByRole('region', { name: 'Spec' }),
    ).toHaveTextContent('includedNamespaces');
    const labels = drawer.getByRole('region', { name: 'Labels' });
    expect(labels).toHaveTextContent('Only the beginning is shown');
    expect(labels.textContent!.length).toBeLessThan(25_000);
  });

  it('say when there is no such backup', async () => {
    backend.refuse('details', 404, {
      name: 'NotFoundError',
      message: `No backup ${NAME} in eu-west`,
    });
    renderTab(ADDRESS);
    const drawer = within(await findDrawer());

    expect(await drawer.findByText('Not found')).toBeInTheDocument();
    expect(
      drawer.getByText(`No backup ${NAME} in eu-west`),
    ).toBeInTheDocument();
  });

  it('stay shut for an address that names none', async () => {
    renderTab('?backup=nonsense');
    await screen.findByText(NAME);

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(backend.urlsOf('details')).toEqual([]);
  });
});
