import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ClusterState } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findBackups } from '../../__testUtils__/findRows';
import {
  answer,
  backup,
  cluster,
  entity,
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

function findSection(title: string) {
  return screen.findByRole('region', { name: title });
}

describe('the states of the tab', () => {
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

    const section = within(await findSection('Restore points'));
    expect(
      await section.findByText('No cluster is known for these namespaces'),
    ).toBeInTheDocument();
  });

  describe.each([
    ['schedules' as const, 'Schedules', /^No schedule takes in/],
    ['locations' as const, 'Storage locations', /^No storage location is/],
  ])('of the %s', (list, title, absence) => {
    it.each<[ClusterState[], string]>([
      [['syncing'], 'The first list is being read'],
      [['unreachable'], 'No cluster can be asked at the moment'],
      [['stale'], 'No cluster can be asked at the moment'],
      [['forbidden'], 'The portal lacks a right in the cluster'],
      [['not-installed'], 'Velero is not installed'],
      [['live', 'syncing'], `No ${title.toLowerCase()} are known so far`],
    ])(
      'claim no absence while clusters are %p',
      async (clusterStates, reason) => {
        const clusters = clusterStates.map(state =>
          cluster({ name: state, state }),
        );
        backend.answer(list, answer([], { clusters }));
        renderTab();
        const section = within(await findSection(title));

        expect(await section.findByText(reason)).toBeInTheDocument();
        expect(section.queryByText(absence)).not.toBeInTheDocument();
      },
    );

    it('say that there are none where that is known', async () => {
      backend.answer(list, answer([]));
      renderTab();

      expect(await screen.findByText(absence)).toBeInTheDocument();
    });
  });
});
