import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { answer, backup } from '../../../__testUtils__/fixtures';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  requests,
  requestSummary,
} from '../../../__testUtils__/restoreFixtures';
import { askedOf, FOR_ENTITY } from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

describe('where it is restored to', () => {
  beforeEach(() => sessionStorage.clear());

  it('proposes a name that no restore went to before', async () => {
    backend.answer('restore-requests', requests([requestSummary()]));
    renderRestorePages(`${FOR_ENTITY}&step=where`);
    expect(
      await screen.findByRole('textbox', {
        name: 'Name for what is in payments',
      }),
    ).toHaveValue('payments-restore-2');
  });

  it('restores in another cluster what that one reads', async () => {
    const copies = [
      backup(),
      backup({
        cluster: 'us-east',
        origin: 'other-cluster',
        originCluster: 'eu-west',
      }),
    ];
    backend.answer('backups', answer(copies));
    renderRestorePages(`${FOR_ENTITY}&step=where`);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'us-east' }),
    );
    await userEvent.click(
      screen.getByRole('radio', { name: 'The same namespace' }),
    );
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({
        backup: { cluster: 'us-east' },
        namespaces: [{ source: 'payments', target: 'payments' }],
      }),
    );
  });
});
