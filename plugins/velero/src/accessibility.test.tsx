import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { EntityBackupsContent } from './components/EntityBackups/EntityBackupsContent';
import { EntityVeleroCardContent } from './components/EntityVeleroCard/EntityVeleroCardContent';
import { FakeBackend } from './__testUtils__/FakeBackend';
import { backupOption, backupOptions } from './__testUtils__/backupNowFixtures';
import {
  answer,
  backup,
  cluster,
  provenNamespace,
  restore,
  unprovenNamespace,
} from './__testUtils__/fixtures';
import {
  history,
  namespaceProtection,
  protection,
} from './__testUtils__/protectionFixtures';
import { renderForEntity } from './__testUtils__/renderForEntity';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();

const partly = namespaceProtection({
  state: 'partial',
  gaps: [
    {
      reason: { code: 'volumes-off' },
      sentence: 'Its volumes are not taken.',
    },
  ],
});

/** What shows that a tab is there. */
const shownIn = {
  '': 'Kept for',
  contents: 'v1/Secret',
  volumes: 'Left out',
  results: '×2',
  log: '2 of 2 lines.',
  related: 'payments-again',
  yaml: /kind: Backup/,
};

describe('accessibility', () => {
  it('of the tab', async () => {
    backend.answer('protection', protection({ namespaces: [partly] }));
    backend.answer(
      'history',
      history(['failed', 'none', 'unknown', 'partial']),
    );
    backend.answer(
      'backups',
      answer(
        [
          backup({ shared: true, origin: 'other-cluster', errors: 2 }),
          backup({
            name: 'running',
            phase: 'InProgress',
            lifecycle: 'running',
            outcome: undefined,
          }),
        ],
        {
          clusters: [cluster(), cluster({ name: 'us-east', state: 'stale' })],
          namespaces: [provenNamespace, unprovenNamespace],
        },
      ),
    );
    const { container } = renderForEntity(<EntityBackupsContent />);
    await screen.findByRole('table', { name: /^restore points/i });
    await screen.findByRole('group', { name: /last 30 days/i });
    await screen.findByRole('list', { name: 'What is missing' });

    expect(await axe(container)).toHaveNoViolations();
  });

  it('of the tab without rows', async () => {
    backend.answer('backups', answer([]));
    const { container } = renderForEntity(<EntityBackupsContent />);
    await screen.findByText('No restore points yet');

    expect(await axe(container)).toHaveNoViolations();
  });

  it.each(['', 'contents', 'volumes', 'results', 'log', 'related', 'yaml'])(
    'of the page of a backup, tab %j',
    async tab => {
      backend.answer('resources', {
        items: [{ groupVersionKind: 'v1/Secret', name: 'a' }],
        totalItems: 1,
        truncated: false,
      });
      backend.answer('volumes', {
        items: [{ dataMoved: false, skipped: true }],
        totalItems: 1,
        truncated: false,
      });
      backend.answer('results', {
        items: [
          { severity: 'error', scope: 'velero', message: 'no', count: 2 },
        ],
        truncated: true,
        withheld: 1,
      });
      backend.answer('restores', answer([restore()]));
      backend.answerLog('level=error msg=x\nlevel=info msg=y\n');
      const { container } = renderForEntity(<EntityBackupsContent />, {
        path: `/backups/eu-west/velero/payments-daily-20261123020000/${tab}`,
      });
      await screen.findByText(shownIn[tab as keyof typeof shownIn]);

      expect(await axe(container)).toHaveNoViolations();
    },
  );

  it('of the dialog that makes a backup, before and after', async () => {
    const [usable] = backupOption().locations;
    const broken = { ...usable, name: 'old', problem: 'It is Unavailable' };
    backend.answer(
      'backup-options',
      backupOptions({
        items: [
          backupOption({ locations: [usable, broken] }),
          backupOption({ cluster: 'us-east' }),
        ],
        namespaces: [{ ...unprovenNamespace, namespace: 'ledger' }],
      }),
    );
    renderForEntity(<EntityBackupsContent />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Back up now' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(await axe(dialog)).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: 'Make the backup' }),
    );
    await screen.findByText(/has taken backup/);
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('of the card', async () => {
    const { container } = renderForEntity(<EntityVeleroCardContent />);
    await screen.findByText(/^Protected\./);

    expect(await axe(container)).toHaveNoViolations();
  });
});
