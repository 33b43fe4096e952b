import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import { preview } from '../../../__testUtils__/restoreFixtures';
import {
  askedOf,
  FOR_ENTITY,
  goTo,
  submit,
} from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

describe('the checks before it is asked for', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows checks by what they are about, and does not ask while they refuse it', async () => {
    const message = "Namespace 'other' is neither proven to be yours nor new";
    const remedy = 'New namespaces may be called: payments-restore-*';
    backend.answer(
      'restore-preview',
      preview({
        allow: false,
        spec: undefined,
        reasons: [message],
        checks: [
          ...preview().checks,
          { id: 'target', level: 'stop', message, remedy },
        ],
      }),
    );
    renderRestorePages(`${FOR_ENTITY}&step=checks`);
    const list = await screen.findByRole('list', { name: 'Namespaces' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(`Stop${message}What to do: ${remedy}`);
    expect(
      screen.getByText('1 stop it, 1 to be known before, 2 fine.'),
    ).toBeInTheDocument();
    await goTo(/Review/);
    expect(submit()).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to “Checks”' }),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent('step=checks');
  });

  it('are made before there is a reason, and not anew because of it', async () => {
    renderRestorePages(`${FOR_ENTITY}&step=checks`);
    await screen.findByText('It can be restored like this');
    await goTo(/Why/);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Why is it needed?' }),
      'lost',
    );
    await goTo(/Review/);
    await waitFor(() => expect(submit()).toBeEnabled());
    const wishes = askedOf(backend).map(({ wish }) => wish);
    expect(wishes).toHaveLength(1);
    expect(wishes[0]).not.toHaveProperty('reason');
  });

  it('shows why the checks could not be made, and makes them again', async () => {
    backend.refuse('restore-preview', 503, {
      name: 'ServiceUnavailableError',
      message: "Cluster 'eu-west' does not tell",
    });
    renderRestorePages(`${FOR_ENTITY}&step=checks`);
    expect(
      await screen.findByText("Cluster 'eu-west' does not tell"),
    ).toBeInTheDocument();
    backend.answer('restore-preview', preview());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('It can be restored like this'),
    ).toBeInTheDocument();
  });
});
