import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { screen } from '@testing-library/react';
import { findRows } from '../../__testUtils__/findRows';
import { answer, restore } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();

describe('the restores of the tab', () => {
  it('say from which backup what came where, and how it ended', async () => {
    backend.answer(
      'restores',
      answer([
        restore(),
        restore({
          name: 'to-test',
          phase: 'InProgress',
          lifecycle: 'running',
          outcome: undefined,
          itemsDone: 3,
          existingResourcePolicy: 'update',
          namespaces: [{ source: 'payments' }],
        }),
        restore({
          name: 'refused',
          phase: 'FailedValidation',
          outcome: 'invalid',
          backup: undefined,
          validationErrors: ['Error retrieving backup'],
        }),
      ]),
    );
    renderForEntity(<EntityBackupsContent />);

    const rows = await findRows(/^restores of/i);
    expect(rows[0]).toHaveTextContent(
      /payments-again.*Completed.*payments-daily-20261122020000payments.*was kept.*1 warning/,
    );
    expect(rows[1]).toHaveTextContent(
      /InProgress.*3 of 120 items.*payments → a namespace of others.*was updated/,
    );
    expect(rows[2]).toHaveTextContent(
      /FailedValidation.*Error retrieving backup.*not known/,
    );
  });

  it('say that there are none', async () => {
    backend.answer('restores', answer([]));
    renderForEntity(<EntityBackupsContent />);

    expect(
      await screen.findByText('No restore has touched these namespaces.'),
    ).toBeInTheDocument();
  });
});
