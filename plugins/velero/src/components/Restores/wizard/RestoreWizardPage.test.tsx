import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestDetails,
  requests,
  requestSummary,
  wish,
} from '../../../__testUtils__/restoreFixtures';
import { askedOf, FOR_ENTITY, goTo } from './__testUtils__/wizardScreen';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();

describe('the wizard', () => {
  beforeEach(() => sessionStorage.clear());

  it('keeps what was filled in over a reload and over the way back', async () => {
    const { unmount } = renderRestorePages(`${FOR_ENTITY}&step=how`);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Leave them out' }),
    );
    await goTo(/Why/);
    const reason = () =>
      screen.getByRole('textbox', { name: 'Why is it needed?' });
    await userEvent.type(reason(), 'lost');
    await userEvent.click(screen.getAllByRole('button', { name: 'Back' })[0]);
    await goTo(/Why/);
    expect(reason()).toHaveValue('lost');
    unmount();

    renderRestorePages(`${FOR_ENTITY}&step=how`);
    expect(
      await screen.findByRole('radio', { name: 'Leave them out' }),
    ).toBeChecked();
    await goTo(/Why/);
    expect(reason()).toHaveValue('lost');
  });

  it('starts over with another key', async () => {
    renderRestorePages(`${FOR_ENTITY}&step=why`);
    const reason = await screen.findByRole('textbox', { name: /^Why is it/ });
    await userEvent.type(reason, 'lost');
    const kept = () => JSON.parse(Object.values(sessionStorage)[0] as string);
    const { key } = kept();
    await userEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect(reason).toHaveValue('');
    expect(kept().key).not.toBe(key);
  });

  it('leads through its steps by the way back of the browser', async () => {
    renderRestorePages(FOR_ENTITY);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next: Where' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next: How' }));
    expect(screen.getByLabelText('address')).toHaveTextContent('step=how');
    await userEvent.click(screen.getAllByRole('button', { name: 'Back' })[0]);
    expect(screen.getByLabelText('address')).toHaveTextContent('step=where');
  });

  it('fills in what was asked for before', async () => {
    const before = wish({ volumes: 'none', reason: 'Again <b>lost</b>' });
    backend.answer(
      'restore-request',
      requestDetails({ state: 'failed', wish: before }),
    );
    backend.answer('restore-requests', requests([requestSummary()]));
    renderRestorePages(`/restore?again=${REQUEST_ID}&step=why`);
    expect(
      await screen.findByRole('textbox', { name: 'Why is it needed?' }),
    ).toHaveValue('Again <b>lost</b>');
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({
        volumes: 'none',
        namespaces: [{ source: 'payments', target: 'payments-restore-2' }],
      }),
    );
  });

  it('says where to begin when no service is named', async () => {
    renderRestorePages('/restore');
    expect(await screen.findByText('Of which service?')).toBeInTheDocument();
  });

  it.each(['what', 'where', 'how', 'checks', 'why', 'review'])(
    'is accessible in step %s',
    async step => {
      const { container } = renderRestorePages(`${FOR_ENTITY}&step=${step}`);
      await screen.findByRole('navigation', { name: 'Steps' });
      await waitFor(() => expect(askedOf(backend).length).toBeGreaterThan(0));
      await waitFor(() =>
        expect(screen.queryByRole('status', { name: /^Loading/ })).toBeNull(),
      );
      expect(await axe(container)).toHaveNoViolations();
    },
  );
});
