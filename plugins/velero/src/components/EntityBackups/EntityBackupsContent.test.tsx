import { screen, within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findBackups, findRows } from '../../__testUtils__/findRows';
import {
  answer,
  backup,
  location,
  minutesAgo,
  schedule,
} from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from './EntityBackupsContent';

const backend = FakeBackend.forTests();

function renderTab() {
  return renderForEntity(<EntityBackupsContent />);
}

describe('EntityBackupsContent', () => {
  it('shows skeletons until the first answers are there', async () => {
    renderTab();

    expect(
      await screen.findByRole('status', { name: 'Loading Restore points' }),
    ).toBeInTheDocument();
    expect(await findBackups()).toHaveLength(1);
    expect(
      screen.queryByRole('status', { name: /^Loading/ }),
    ).not.toBeInTheDocument();
  });

  it('shows all that a reader asks of a restore point', async () => {
    renderTab();
    const [row] = await findBackups();

    for (const text of [
      'payments-daily-20261123020000',
      'eu-west',
      'Completed',
      '3 hours ago',
      '3 min',
      'in 29 days',
      'payments-daily',
      'aws payments-backups/eu-west',
    ]) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
    expect(within(row).getByText('3 hours ago').title).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n.*\(.+\)$/,
    );
    expect(
      within(row).getByRole('button', {
        name: 'Copy payments-daily-20261123020000',
      }),
    ).toBeInTheDocument();
  });

  it('marks backups of other clusters, shared ones and locations that may only be read', async () => {
    backend.answer(
      'backups',
      answer([
        backup({
          name: 'from-us',
          origin: 'other-cluster',
          originCluster: 'us-east',
          shared: true,
          location: { name: 'from-us', accessMode: 'ReadOnly' },
        }),
        backup({ name: 'from-elsewhere', origin: 'other-cluster' }),
      ]),
    );
    renderTab();
    const [known, unknown] = await findBackups();

    expect(within(known).getByText('made by us-east')).toBeInTheDocument();
    expect(within(known).getByText('shared')).toBeInTheDocument();
    expect(within(known).getByText('ReadOnly')).toBeInTheDocument();
    expect(
      within(unknown).getByText('made by another cluster'),
    ).toBeInTheDocument();
  });

  it('shows how far a backup has come, and Velero’s own word for it', async () => {
    backend.answer(
      'backups',
      answer([
        backup({
          name: 'queued',
          phase: 'Queued',
          lifecycle: 'waiting',
          outcome: undefined,
          startedAt: undefined,
          completedAt: undefined,
          queuePosition: 2,
        }),
        backup({
          name: 'running',
          phase: 'InProgress',
          lifecycle: 'running',
          outcome: undefined,
          completedAt: undefined,
          startedAt: minutesAgo(2),
          itemsDone: 30,
          itemsTotal: 120,
        }),
        backup({
          name: 'odd',
          phase: 'Levitating',
          lifecycle: 'running',
          outcome: undefined,
          startedAt: 'some day',
          itemsTotal: undefined,
        }),
        backup({
          name: 'partial',
          phase: 'PartiallyFailed',
          outcome: 'partial',
          errors: 1,
          warnings: 3,
        }),
      ]),
    );
    renderTab();
    const [queued, running, odd, partial] = await findBackups();

    expect(within(queued).getByText('Queued')).toBeInTheDocument();
    expect(
      within(queued).getByText('place 2 in the queue'),
    ).toBeInTheDocument();
    expect(within(queued).getByText('not started')).toBeInTheDocument();
    expect(within(running).getByText('30 of 120 items')).toBeInTheDocument();
    expect(
      within(running).getByRole('progressbar', { name: 'Progress of running' }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(within(odd).getByText('Levitating')).toBeInTheDocument();
    expect(within(odd).getByText('some day')).toBeInTheDocument();
    expect(within(partial).getByText('1 error')).toBeInTheDocument();
    expect(within(partial).getByText('3 warnings')).toBeInTheDocument();
  });

  it('shows schedules and locations, with what is wrong with them', async () => {
    backend.answer(
      'schedules',
      answer([
        schedule(),
        schedule({ name: 'paused', paused: true, lastBackupAt: undefined }),
        schedule({
          name: 'broken',
          phase: 'FailedValidation',
          validationErrors: ['invalid schedule: expected 5 fields'],
        }),
      ]),
    );
    backend.answer(
      'locations',
      answer([
        location(),
        location({
          name: 'gone',
          phase: 'Unavailable',
          message: 'bucket does not exist',
          default: false,
        }),
      ]),
    );
    renderTab();
    const [enabled, paused, broken] = await findRows(/^schedules/i);
    const [available, gone] = await findRows(/^storage locations/i);

    expect(within(enabled).getByText('0 2 * * *')).toBeInTheDocument();
    expect(within(paused).getByText(/Paused/)).toBeInTheDocument();
    expect(within(paused).getByText('never')).toBeInTheDocument();
    expect(within(broken).getByText(/expected 5 fields/)).toBeInTheDocument();
    expect(within(available).getByText('Available')).toBeInTheDocument();
    expect(within(gone).getByText('bucket does not exist')).toBeInTheDocument();
    expect(screen.queryByText(/ shown$/)).not.toBeInTheDocument();
  });

  it.each([
    ['schedules' as const, 'Schedules', schedule],
    ['locations' as const, 'Storage locations', location],
  ])('says when it shows not all %s', async (list, title, item) => {
    const items = Array.from({ length: 3 }, (_, index) =>
      item({ name: `item-${index}` }),
    );
    backend.answer(list, answer<object>(items, { totalItems: 260 }));
    renderTab();

    const section = within(await screen.findByRole('region', { name: title }));
    expect(await section.findByText('3 of 260 shown')).toBeInTheDocument();
  });

  it('claims nothing of when a backup expires that does not say it', async () => {
    backend.answer('backups', answer([backup({ expiresAt: undefined })]));
    renderTab();
    const [row] = await findBackups();

    expect(within(row).getByText('not known')).toBeInTheDocument();
    expect(within(row).queryByText('never')).not.toBeInTheDocument();
  });
});
