import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProtectionState } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import {
  history,
  namespaceProtection,
  protection,
} from '../../__testUtils__/protectionFixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { ProtectionPanel } from './ProtectionPanel';

const backend = FakeBackend.forTests();

function renderPanel() {
  return renderForEntity(
    <ProtectionPanel entityRef="component:default/payments-api" version={0} />,
  );
}

describe('ProtectionPanel', () => {
  it('says the sentence once, and the numbers behind it', async () => {
    renderPanel();

    const sentence =
      'Protected. Last good copy 3 hours ago, next at 14:00 UTC.';
    expect(await screen.findAllByText(sentence)).toHaveLength(1);
    const facts = screen.getAllByRole('definition');
    expect(facts.map(fact => fact.textContent)).toEqual([
      'Protected',
      expect.stringMatching(/^3 hours ago/),
      'none',
      '1 d 3 h, by the interval of the schedule',
    ]);
  });

  it.each<[ProtectionState, string]>([
    ['protected', 'Protected'],
    ['late', 'Late'],
    ['failing', 'Failing'],
    ['partial', 'Partly protected'],
    ['unprotected', 'Not protected'],
    ['unknown', 'Not known'],
  ])('has a word for %s', async (state, word) => {
    const namespaces = [namespaceProtection({ state, sentence: 'So it is.' })];
    backend.answer('protection', protection({ namespaces }));
    renderPanel();

    await screen.findByText('So it is.');
    expect(screen.getAllByRole('definition')[0]).toHaveTextContent(word);
  });

  it('lists what covers each namespace, and what is missing with the way out', async () => {
    const [schedule] = namespaceProtection().coveredBy;
    const paused = {
      reason: { code: 'paused', schedule: 'payments-daily' } as const,
      sentence: 'Schedule payments-daily is paused.',
    };
    backend.answer(
      'protection',
      protection({
        sentence: 'Not protected. One of your two namespaces is not backed up.',
        namespaces: [
          namespaceProtection({
            state: 'unprotected',
            sentence: 'Not protected. Schedule payments-daily is paused.',
            coveredBy: [{ ...schedule, active: false, reasons: [paused] }],
            gaps: [paused],
          }),
          namespaceProtection({ cluster: 'us-east' }),
        ],
      }),
    );
    renderPanel();

    const first = await screen.findByRole('region', {
      name: 'payments in eu-west',
    });
    const gaps = within(first).getByRole('list', { name: 'What is missing' });
    expect(gaps).toHaveTextContent(
      'Schedule payments-daily is paused.Resume the schedule: velero schedule unpause.',
    );
    const [row] = await findRows(/covers payments in eu-west/);
    expect(row).toHaveTextContent(/All of it · makes no backups/);
    const second = screen.getByRole('region', { name: 'payments in us-east' });
    expect(within(second).queryByRole('list')).not.toBeInTheDocument();
    expect(within(second).getByRole('status')).toHaveTextContent('Protected.');
  });

  it('shows a cell for each day, which the keyboard reaches', async () => {
    backend.answer('history', history(['failed', 'none']));
    renderPanel();
    const strip = await screen.findByRole('group', { name: /last 30 days/i });
    const cells = within(strip).getAllByRole('button');
    expect(cells).toHaveLength(30);
    expect(cells.filter(cell => cell.tabIndex === 0)).toHaveLength(1);

    (await screen.findByRole('button', { name: 'Back up now' })).focus();
    await userEvent.tab();
    expect(cells[29]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
    expect(cells[28]).toHaveFocus();
    expect(
      screen.getByText(/^\d{4}-\d\d-\d\d: all backups failed \(2 failed\)$/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Home}');
    expect(cells[0]).toHaveFocus();
    expect(
      screen.getByText(/: good copies of everything \(24 good\)$/),
    ).toBeInTheDocument();
  });

  it('shows an error with a way to try again', async () => {
    const error = { name: 'Error', message: 'disk is full' };
    backend.refuse('protection', 500, error);
    renderPanel();
    expect(await screen.findByText('disk is full')).toBeInTheDocument();

    backend.answer('protection', protection());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Protected\./)).toBeInTheDocument();
  });

  it('keeps the answer when only the history fails', async () => {
    const error = { name: 'Error', message: 'no history today' };
    backend.refuse('history', 500, error);
    renderPanel();

    expect(await screen.findByText('no history today')).toBeInTheDocument();
    expect(screen.getByText(/^Protected\./)).toBeInTheDocument();
  });
});
