import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestDetails,
  requestSummary,
  wish,
} from '../../../__testUtils__/restoreFixtures';
import { FOR_ENTITY, goTo, sentTo, submit } from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

describe('the last look before it is asked for', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks once for what was filled in, and shows the request', async () => {
    renderRestorePages(FOR_ENTITY);
    await screen.findByRole('table', { name: /^Kinds in/ });
    await goTo(/Why/);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Why is it needed?' }),
      'A table was dropped',
    );
    await goTo(/Review/);
    await screen.findByRole('region', { name: 'YAML of the spec' });
    expect(
      screen.getByText(/^Restore payments → payments-restore-1 in/),
    ).toHaveTextContent('made 3 hours ago');
    expect(screen.getByText('Nobody has to agree.')).toBeInTheDocument();
    await userEvent.dblClick(submit());

    expect(await screen.findByText('What happened')).toBeInTheDocument();
    expect(screen.getByLabelText('path')).toHaveTextContent(
      `/restore-requests/${REQUEST_ID}`,
    );
    expect(sentTo(backend)).toEqual([
      {
        entityRef: 'component:default/payments-api',
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        wish: wish(),
      },
    ]);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  const fillIn = async () => {
    const rendered = renderRestorePages(`${FOR_ENTITY}&step=why`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Why is it needed?' }),
      'x',
    );
    await goTo(/Review/);
    await waitFor(() => expect(submit()).toBeEnabled());
    return rendered;
  };

  it.each<[number, string, string]>([
    [409, 'RestoreRefusedError', 'Nothing was asked for'],
    [400, 'InputError', 'Nothing was asked for'],
    [500, 'Error', 'It is not known whether the request has arrived'],
  ])(
    'says what the answer %d %s means, and sends the same key again',
    async (status, name, title) => {
      const message = 'You have 5 requests. Wait for their end';
      backend.refuse('request-restore', status, { name, message });
      await fillIn();
      await userEvent.click(submit());
      expect(await screen.findByText(message)).toBeInTheDocument();
      expect(screen.getByText(new RegExp(`^${title}`))).toBeInTheDocument();
      backend.answer('request-restore', requestDetails());
      await userEvent.click(submit());
      await screen.findByText('What happened');
      const [first, second] = sentTo(backend).map(({ key }) => key);
      expect(second).toBe(first);
    },
  );

  it('sends the same again after an answer that was lost, and a reload', async () => {
    backend.refuse('request-restore', 500, { name: 'Error', message: 'gone' });
    const { unmount } = await fillIn();
    await userEvent.click(submit());
    await screen.findByText('gone');
    unmount();
    // It had arrived: its name is not free any more.
    backend.answer('restore-requests', {
      items: [requestSummary()],
      pageInfo: {},
    });
    backend.answer('request-restore', requestDetails());
    renderRestorePages(`${FOR_ENTITY}&step=review`);
    await waitFor(() => expect(submit()).toBeEnabled());
    await userEvent.click(submit());
    await screen.findByText('What happened');
    const [first, second] = sentTo(backend);
    expect(second).toEqual(first);
  });

  it('sends as a new one what was asked for before in another form', async () => {
    const message = 'The key was used before, for request x';
    backend.refuse('request-restore', 409, { name: 'ConflictError', message });
    await fillIn();
    await userEvent.click(submit());
    expect(await screen.findByText(message)).toBeInTheDocument();
    backend.answer('request-restore', requestDetails());
    await userEvent.click(
      screen.getByRole('button', { name: 'Send as a new request' }),
    );
    await screen.findByText('What happened');
    const [first, second] = sentTo(backend).map(({ key }) => key);
    expect(second).not.toBe(first);
  });
});
