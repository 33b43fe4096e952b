import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  RestoreRequestDetails,
  RestoreState,
  VELERO_CHANGES_CHANNEL,
} from 'backstage-plugin-velero-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { FakeSignals } from '../../../__testUtils__/FakeSignals';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestDetails,
  wish,
} from '../../../__testUtils__/restoreFixtures';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();

function open(request: Partial<RestoreRequestDetails> = {}) {
  backend.answer('restore-request', requestDetails(request));
  return renderRestorePages(`/restore-requests/${REQUEST_ID}`);
}

const text = () => screen.getByRole('textbox', { name: 'Reason or comment' });
const decisions = () =>
  backend.requests
    .filter(({ resource }) => resource === 'restore-decision')
    .map(({ url, body }) => [url.pathname.split('/').at(-1), body]);

const ended: Partial<RestoreRequestDetails> = {
  state: 'partially-failed',
  restore: `rst-${REQUEST_ID}`,
  dueAt: undefined,
  outcome: {
    phase: 'PartiallyFailed',
    itemsDone: 58,
    itemsTotal: 60,
    warnings: 1,
    errors: 2,
    startedAt: minutesAgo(5),
    completedAt: minutesAgo(3),
  },
};

describe('the page of a request', () => {
  it('says what, over what, why, by whom, and who has to agree', async () => {
    open({
      wish: wish({ reason: '<b>lost</b>\nsecond line', ticket: 'OPS-1' }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Restore of payments → payments-restore-1',
      }),
    ).toBeInTheDocument();
    const facts = screen.getByRole('region', { name: 'What, over what, why' });
    expect(facts).toHaveTextContent('<b>lost</b> second line');
    expect(facts).toHaveTextContent('OPS-1');
    expect(
      within(facts).getByRole('link', { name: /payments-owner/ }),
    ).toBeInTheDocument();
    const approvals = screen.getByRole('region', { name: 'Who has to agree' });
    expect(approvals).toHaveTextContent(
      '1 of: owners of the namespace, administrators of the platform missing, so far agreed: nobody',
    );
  });

  it('lets whoever may decide look at the checks, and approve', async () => {
    open({ mayApprove: true });
    const checks = await screen.findByRole('region', {
      name: 'Checks at this moment',
    });
    expect(
      await within(checks).findByText('Claims keep their data'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeDisabled();
    backend.answer('restore-request', requestDetails({ state: 'approved' }));
    await userEvent.dblClick(screen.getByRole('button', { name: 'Approve' }));
    expect(
      await screen.findByText('Approved, waits for its turn'),
    ).toBeInTheDocument();
    expect(decisions()).toEqual([['approve', {}]]);
  });

  it('lets whoever asked close what nobody can tell the end of', async () => {
    open({ state: 'unknown', mayCancel: true });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Close it: I have looked' }),
    );
    await waitFor(() => expect(decisions()).toEqual([['cancel', {}]]));
  });

  it('rejects with a reason', async () => {
    open({ mayApprove: true });
    await userEvent.type(await screen.findByRole('textbox'), ' not today ');
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(text()).toHaveValue(''));
    expect(decisions()).toEqual([['reject', { text: 'not today' }]]);
  });

  it('lets whoever asked cancel and comment, and nothing else', async () => {
    open({ mayCancel: true });
    await userEvent.type(await screen.findByRole('textbox'), 'never mind');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    await waitFor(() => expect(text()).toHaveValue(''));
    await userEvent.click(
      screen.getByRole('button', { name: 'Cancel the request' }),
    );
    await waitFor(() =>
      expect(decisions()).toEqual([
        ['comments', { text: 'never mind' }],
        ['cancel', {}],
      ]),
    );
  });

  it('says why a decision was not taken, and shows what became of the request', async () => {
    open({ mayApprove: true });
    const approve = await screen.findByRole('button', { name: 'Approve' });
    const message = 'Nothing was restored: the namespace is not as it was';
    backend.refuse('restore-decision', 409, { name: 'ConflictError', message });
    backend.answer('restore-request', requestDetails({ state: 'stale' }));
    await userEvent.click(approve);
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(await screen.findByText('Out of date')).toBeInTheDocument();
  });

  it('follows how far it has come', async () => {
    const signals = new FakeSignals();
    const running = (itemsDone: number) =>
      requestDetails({
        state: 'running',
        restore: 'rst-x',
        outcome: { phase: 'InProgress', itemsDone, itemsTotal: 60 },
      });
    backend.answer('restore-request', running(10));
    renderRestorePages(`/restore-requests/${REQUEST_ID}`, { signals });
    const timeline = await screen.findByRole('list', { name: 'What happened' });
    expect(timeline).toHaveTextContent('10 of 60 items');
    backend.answer('restore-request', running(30));
    act(() => signals.send(VELERO_CHANGES_CHANNEL));
    await waitFor(() => expect(timeline).toHaveTextContent('30 of 60 items'));
    expect(
      within(timeline).getByRole('progressbar', {
        name: 'Progress of the restore',
      }),
    ).toHaveAttribute('aria-valuenow', '50');
  });

  it('tells all that happened, also what it does not know', async () => {
    open({
      state: 'rejected',
      events: [
        ...requestDetails().events,
        {
          seq: 2,
          at: minutesAgo(8),
          type: 'rejected',
          actor: 'user:default/platform-engineer',
          text: 'not <i>today</i>',
          hash: 'b',
        },
        { seq: 3, at: minutesAgo(7), type: 'frozen', hash: 'c' },
      ],
    });
    const list = await screen.findByRole('list', { name: 'What happened' });
    const items = within(list).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Requested by payments-owner');
    expect(items[1]).toHaveTextContent('Rejected by platform-engineer');
    expect(items[1]).toHaveTextContent('not <i>today</i>');
    expect(items[2]).toHaveTextContent('frozen');
  });

  it('shows what came of it, with the errors by what they are about', async () => {
    backend.answer('results', {
      items: [
        {
          severity: 'error',
          scope: 'namespace',
          namespace: 'payments-restore-1',
          message: 'error restoring configmaps/payments/prices: denied',
          count: 2,
        },
      ],
      truncated: false,
    });
    open(ended);
    const result = await screen.findByRole('region', { name: 'Result' });
    expect(result).toHaveTextContent('58 of 60 items');
    expect(result).toHaveTextContent('2 min');
    expect(await screen.findByText(/denied/)).toBeInTheDocument();
    expect(backend.urlsOf('results')[0].pathname).toMatch(
      `/clusters/eu-west/restores/velero/rst-${REQUEST_ID}/results`,
    );
  });

  it('says that the reader may not see the errors', async () => {
    backend.refuse('results', 403, { name: 'NotAllowedError', message: 'no' });
    open(ended);
    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
  });

  const states: Array<[RestoreState, RegExp]> = [
    ['pending', /until somebody agrees/],
    ['approved', /starts by itself/],
    ['submitting', /is being looked up/],
    ['running', /Velero works on it/],
    ['succeeded', /^Look into payments-restore-1 whether/],
    ['partially-failed', /A part is missing in payments-restore-1/],
    ['failed', /until then is in payments-restore-1/],
    ['rejected', /talk to whoever rejected it/],
    ['cancelled', /if it is needed after all/],
    ['expired', /its time is over/],
    ['stale', /not as it was when it was asked for/],
    ['unknown', /then close it, and ask anew/],
  ];

  it.each(states)('says what is left to do when %s', async (state, words) => {
    open({ state, outcome: { message: 'Because', remedy: 'Do this' } });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('Because')).toBeInTheDocument();
    expect(screen.getByText('What to do: Do this')).toBeInTheDocument();
    const again = screen.queryByRole('button', { name: 'Restore again' });
    const isOver = !['pending', 'approved', 'submitting', 'running'].includes(
      state,
    );
    expect(again !== null).toBe(isOver);
  });

  it('leads to a wizard that asks for the same again', async () => {
    open(ended);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore again' }),
    );
    expect(
      await screen.findByRole('navigation', { name: 'Steps' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `again=${REQUEST_ID}`,
    );
  });

  it.each(['pending', 'running', 'partially-failed'] as const)(
    'is accessible when %s',
    async state => {
      const { container } = open({
        ...(state === 'pending' ? {} : ended),
        state,
        mayApprove: state === 'pending',
        mayCancel: true,
      });
      await screen.findByRole('list', { name: 'What happened' });
      await waitFor(() =>
        expect(screen.queryByRole('status', { name: /^Loading/ })).toBeNull(),
      );
      expect(await axe(container)).toHaveNoViolations();
    },
  );
});
