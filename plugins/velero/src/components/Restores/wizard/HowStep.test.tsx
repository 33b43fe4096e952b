import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  preview,
  REQUEST_ID,
  requestDetails,
  wish,
} from '../../../__testUtils__/restoreFixtures';
import { askedOf, FOR_ENTITY } from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

describe('how it is restored', () => {
  beforeEach(() => sessionStorage.clear());

  it('sends how and what it was told', async () => {
    renderRestorePages(`${FOR_ENTITY}&step=how`);
    await userEvent.click(
      await screen.findByRole('radio', {
        name: 'are changed to what the backup has',
      }),
    );
    await screen.findByRole('radio', { name: 'Only these' });
    await waitFor(() => expect(askedOf(backend).length).toBeGreaterThan(0));
    await userEvent.click(screen.getByRole('radio', { name: 'Only these' }));
    expect(
      await screen.findByRole('checkbox', { name: 'pods (15)' }),
    ).toBeDisabled();
    const labels = screen.getByRole('textbox', { name: /^Only objects with/ });
    await userEvent.type(labels, 'app');
    expect(
      screen.getByText('Write name=value, with commas between several.'),
    ).toBeInTheDocument();
    await userEvent.type(labels, '=web');
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({
        existing: 'update',
        labels: { app: 'web' },
      }),
    );
  });

  const modifiers = (names: string[]) =>
    backend.answer('restore-preview', preview({ modifiers: names }));

  it('offers the resource modifiers that the policy names', async () => {
    modifiers(['to-test', 'to-ssd']);
    renderRestorePages(`${FOR_ENTITY}&step=how`);
    await userEvent.click(await screen.findByRole('radio', { name: 'to-ssd' }));
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({
        modifier: 'to-ssd',
      }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'None' }));
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).not.toHaveProperty('modifier'),
    );
  });

  it('says that there are no resource modifiers, and what becomes of storage classes', async () => {
    modifiers([]);
    renderRestorePages(`${FOR_ENTITY}&step=how`);
    const note = await screen.findByText(
      /^The policy names no resource modifiers/,
    );
    expect(note).toHaveTextContent('the name of their storage class');
    expect(
      screen.queryByRole('radiogroup', { name: /^Changes to objects/ }),
    ).not.toBeInTheDocument();
  });

  it('lets modifiers be taken back that the policy does not name any more', async () => {
    modifiers(['to-test']);
    backend.answer(
      'restore-request',
      requestDetails({ wish: wish({ modifier: 'gone' }) }),
    );
    renderRestorePages(`/restore?again=${REQUEST_ID}&step=how`);
    expect(await screen.findByRole('radio', { name: 'gone' })).toBeChecked();
    await screen.findByRole('radio', { name: 'to-test' });
    await userEvent.click(screen.getByRole('radio', { name: 'None' }));
    expect(screen.queryByRole('radio', { name: 'gone' })).toBeNull();
  });
});
