import { screen } from '@testing-library/react';
import { ArtifactResult } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import { backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';

function renderTab(path = `/backups/eu-west/velero/${NAME}/results`) {
  return renderForEntity(<EntityBackupsContent />, { path });
}

function answerResults(items: ArtifactResult[], more: object = {}) {
  backend.answer('results', { items, truncated: false, ...more });
}

const podError = (name: string): ArtifactResult => ({
  severity: 'error',
  scope: 'namespace',
  namespace: 'payments',
  message: `resource: /pods name: /${name} message: /Skip pod volume data`,
  count: 6,
});

describe('the results of a backup', () => {
  it('are grouped by place and resource, errors first, what is repeated once', async () => {
    answerResults([
      { severity: 'error', scope: 'velero', message: 'no space', count: 1 },
      podError('db-0'),
      podError('db-1'),
      { severity: 'warning', scope: 'cluster', message: 'old API', count: 2 },
    ]);
    renderTab();

    const rows = await findRows(/^12 errors: namespace payments/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveTextContent(
      /pods.*db-0, db-1.*Skip pod volume data.*×12/,
    );
    const titles = screen
      .getAllByRole('heading', { level: 4 })
      .map(heading => heading.textContent);
    expect(titles).toEqual([
      '1 error: Velero itself',
      '12 errors: namespace payments',
      '2 warnings: cluster-wide',
    ]);
  });

  it('of many objects name some of them', async () => {
    answerResults(Array.from({ length: 30 }, (_, i) => podError(`db-${i}`)));
    renderTab();

    const [row] = await findRows(/^180 errors/);
    expect(row).toHaveTextContent(/db-7 and 22 more/);
    expect(row).not.toHaveTextContent('db-8');
  });

  it('of a shared backup are the reader’s, with how many are not shown', async () => {
    backend.answer('details', backupDetails({ shared: true }));
    answerResults([podError('db-0')], { withheld: 3 });
    renderTab();

    expect(
      await screen.findByText('3 messages are not shown'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/may name what is in namespaces of others/),
    ).toBeInTheDocument();
  });

  it('say that there are more', async () => {
    answerResults([podError('db-0')], { truncated: true });
    renderTab();

    expect(await screen.findByText(/^There are more than/)).toBeInTheDocument();
  });

  it('of a backup that never ran are what Velero objected to', async () => {
    backend.answer(
      'details',
      backupDetails({
        phase: 'FailedValidation',
        outcome: 'invalid',
        validationErrors: ['the location is not there'],
      }),
    );
    backend.refuse('results', 404, {
      name: 'NotFoundError',
      message: 'It was refused by Velero and never ran',
    });
    renderTab();

    expect(
      await screen.findByText('the location is not there'),
    ).toBeInTheDocument();
    expect(await screen.findByText('There is none')).toBeInTheDocument();
  });

  it('of a restore say when a warning is harmless', async () => {
    answerResults([
      {
        severity: 'warning',
        scope: 'namespace',
        namespace: 'payments',
        message:
          'could not restore, ConfigMap:kube-root-ca.crt already exists. Warning: the in-cluster version is different than the backed-up version',
        count: 1,
      },
    ]);
    renderTab('/restores/eu-west/velero/payments-again/results');

    const [row] = await findRows(/^1 warning/);
    expect(row).toHaveTextContent(/ConfigMap.*kube-root-ca\.crt.*Harmless/);
  });
});
