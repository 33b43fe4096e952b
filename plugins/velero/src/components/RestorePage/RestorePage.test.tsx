import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { answer, restore, restoreDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const PATH = '/restores/eu-west/velero/payments-again';

async function findFact(name: string): Promise<HTMLElement> {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling as HTMLElement;
}

describe('the page of a restore', () => {
  it('opens from the list', async () => {
    backend.answer('restores', answer([restore()]));
    renderForEntity(<EntityBackupsContent />);

    await userEvent.click(
      await screen.findByRole('link', {
        name: 'Details of restore payments-again in eu-west',
      }),
    );
    expect(
      await screen.findByRole('heading', { level: 2, name: 'payments-again' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('path')).toHaveTextContent(PATH);
  });

  it('says in words what was restored, from where, and how', async () => {
    backend.answer(
      'restore',
      restoreDetails({
        existingResourcePolicy: 'update',
        restorePVs: true,
        spec: {
          includedNamespaces: ['payments'],
          excludedResources: ['events'],
          namespaceMapping: { payments: 'payments-copy' },
          preserveNodePorts: false,
          resourceModifier: { kind: 'ConfigMap', name: 'smaller' },
        },
        operations: { attempted: 2, completed: 2, failed: 0 },
      }),
    );
    renderForEntity(<EntityBackupsContent />, { path: PATH });

    const facts: Array<[string, string]> = [
      ['Status', 'Completed'],
      ['Items', '120 of 120 items'],
      ['From backup', 'payments-daily-20261122020000'],
      ['Kinds left out', 'events'],
      ['Into other namespaces', 'payments → payments-copy'],
      ['What existed', 'was updated'],
      ['Brings volumes back', 'yes'],
      ['Keeps node ports', 'no'],
      ['Changes objects by', 'smaller'],
      ['Operations of plugins', '2 of 2'],
    ];
    for (const [name, text] of facts) {
      expect(await findFact(name)).toHaveTextContent(text);
    }
    expect(
      screen.getByRole('link', { name: 'payments-daily-20261122020000' }),
    ).toHaveAttribute(
      'href',
      '/entity/backups/backups/eu-west/velero/payments-daily-20261122020000',
    );
  });

  it('quotes why it failed, and has no log before it has ended', async () => {
    backend.answer(
      'restore',
      restoreDetails({
        lifecycle: 'waiting',
        phase: 'New',
        outcome: undefined,
        validationErrors: ['Error retrieving backup'],
      }),
    );
    renderForEntity(<EntityBackupsContent />, { path: `${PATH}/log` });

    expect(
      await screen.findByText('It has not begun, so there is no log yet'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Overview' }));
    expect(
      await screen.findByText('Error retrieving backup'),
    ).toBeInTheDocument();
  });

  it('does not offer the log of a shared one, and says why', async () => {
    backend.answer('restore', restoreDetails({ shared: true }));
    renderForEntity(<EntityBackupsContent />, { path: `${PATH}/log` });

    expect(
      await screen.findByText('The log is not offered'),
    ).toBeInTheDocument();
    expect(backend.urlsOf('logs')).toEqual([]);
  });

  it('has its YAML', async () => {
    renderForEntity(<EntityBackupsContent />, { path: `${PATH}/yaml` });

    expect(
      await screen.findByRole('region', { name: 'YAML of payments-again' }),
    ).toHaveTextContent(/kind: Restore.*itemsRestored: 120/);
  });
});
