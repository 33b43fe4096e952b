import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  answer,
  backup,
  cluster,
  entity,
  location,
  minutesAgo,
  provenNamespace,
  schedule,
  unprovenNamespace,
} from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from './EntityBackupsContent';

const backend = FakeBackend.forTests();

function renderTab() {
  return renderForEntity(<EntityBackupsContent />);
}

async function findRows(table: RegExp): Promise<HTMLElement[]> {
  const rows = within(await screen.findByRole('table', { name: table }));
  return rows.getAllByRole('row').slice(1);
}

const findBackups = () => findRows(/^restore points/i);

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
  });

  it('shows beside the data of proven namespaces how to prove the others', async () => {
    const namespaces = [provenNamespace, unprovenNamespace];
    backend.answer('schedules', answer([schedule()], { namespaces }));
    renderTab();

    expect(
      await screen.findByRole('heading', {
        name: 'Ownership of a namespace is not proven',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('payments in us-east')).toBeInTheDocument();
    expect(screen.getByText(unprovenNamespace.howToProve!)).toBeInTheDocument();
    expect(await findBackups()).toHaveLength(1);
  });

  it('shows nothing but how to prove when no namespace is proven', async () => {
    backend.refuseAll(403, {
      name: 'OwnershipNotProvenError',
      message: 'No claim is proven',
      namespaces: [unprovenNamespace],
    });
    renderTab();

    expect(
      await screen.findByText(unprovenNamespace.howToProve!),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy the command' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Restore points' }),
    ).not.toBeInTheDocument();
  });

  it('names the right that is missing', async () => {
    backend.refuseAll(403, {
      name: 'NotAllowedError',
      message: 'velero.backup.read is needed',
    });
    renderTab();

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/velero\.backup\.read is needed/),
    ).toBeInTheDocument();
  });

  it('helps an entity without annotations, and asks nothing for it', async () => {
    renderForEntity(<EntityBackupsContent />, {
      entity: { ...entity, metadata: { name: 'bare' } },
    });

    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
    expect(
      screen.getByText(/velero\.io\/namespaces: <cluster>\/<namespace>/),
    ).toBeInTheDocument();
    expect(backend.requests).toEqual([]);
  });

  it('quotes the backend on an annotation that cannot be read', async () => {
    backend.refuseAll(400, {
      name: 'InputError',
      message: "Annotation velero.io/namespaces has the entry 'payments'",
    });
    renderTab();

    expect(
      await screen.findByText('This cannot be asked for'),
    ).toBeInTheDocument();
    expect(screen.getByText(/has the entry 'payments'/)).toBeInTheDocument();
  });

  it('offers to try again when the backend fails, and recovers', async () => {
    backend.refuse('backups', 503, {
      name: 'ServiceUnavailableError',
      message: 'The database is starting',
    });
    renderTab();
    expect(
      await screen.findByText('The database is starting'),
    ).toBeInTheDocument();

    backend.answer('backups', answer([backup()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await findBackups()).toHaveLength(1);
  });

  it('says per cluster how fresh its data is, and that not all could be asked', async () => {
    const clusters = [
      cluster(),
      cluster({
        name: 'us-east',
        title: 'US East',
        state: 'unreachable',
        syncedAt: minutesAgo(95),
        staleSince: minutesAgo(94),
        reason: 'connect ECONNREFUSED',
      }),
    ];
    backend.answer('schedules', answer([schedule()], { clusters }));
    backend.answer('backups', answer([backup()], { clusters }));
    renderTab();
    await findBackups();

    const lines = within(
      screen.getByRole('list', { name: /how fresh/i }),
    ).getAllByRole('listitem');
    expect(lines[0]).toHaveTextContent(
      /eu-west.*Live.*as of .*\d\d:\d\d UTC, 3 min ago/,
    );
    expect(lines[1]).toHaveTextContent(
      /US East \(us-east\).*Unreachable.*1 hour ago.*connect ECONNREFUSED/,
    );
    expect(
      screen.getByText(/Only 1 of 2 clusters are live/),
    ).toBeInTheDocument();
  });

  it('warns above rows when no cluster is live', async () => {
    const clusters = [cluster({ state: 'stale' })];
    backend.answer('backups', answer([backup()], { clusters }));
    renderTab();

    expect(
      await screen.findByText(/^No cluster is live at the moment/),
    ).toBeInTheDocument();
    expect(await findBackups()).toHaveLength(1);
  });

  it('does not warn of a cluster that has no Velero', async () => {
    const clusters = [
      cluster(),
      cluster({ name: 'x', state: 'not-installed' }),
    ];
    backend.answer('backups', answer([backup()], { clusters }));
    renderTab();

    expect(await findBackups()).toHaveLength(1);
    expect(screen.queryByText(/are live\./)).not.toBeInTheDocument();
  });

  it.each([
    ['live' as const, 'No restore points yet'],
    ['not-installed' as const, 'Velero is not installed'],
    ['syncing' as const, 'The first list is being read'],
    ['forbidden' as const, 'The portal lacks a right in the cluster'],
    ['unauthorized' as const, 'The portal lacks a right in the cluster'],
    ['unreachable' as const, 'No cluster can be asked at the moment'],
    ['stale' as const, 'No cluster can be asked at the moment'],
  ])(
    'explains an empty list from a cluster that is %s',
    async (state, title) => {
      const clusters = [cluster({ state })];
      backend.answer('backups', answer([], { clusters }));
      renderTab();

      expect(await screen.findByText(title)).toBeInTheDocument();
    },
  );

  it('gives the next step when there really is no backup', async () => {
    backend.answer('backups', answer([]));
    renderTab();

    expect(
      await screen.findByText(
        'velero schedule create payments --schedule "0 2 * * *" --include-namespaces payments',
      ),
    ).toBeInTheDocument();
  });

  it('says when no cluster is known at all', async () => {
    const clusters: never[] = [];
    backend.answer('schedules', answer([], { clusters }));
    backend.answer('backups', answer([], { clusters }));
    renderTab();

    expect(
      await screen.findByText('No cluster is known for these namespaces'),
    ).toBeInTheDocument();
  });
});
