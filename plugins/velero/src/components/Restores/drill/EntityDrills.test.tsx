import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  drillRecord,
  drills,
  drillSchedule,
} from '../../../__testUtils__/drillFixtures';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { EntityDrills } from './EntityDrills';

const backend = FakeBackend.forTests();
const ENTITY = 'component:default/payments-api';

function open() {
  renderForEntity(<EntityDrills entityRef={ENTITY} version={0} />);
  return screen.findByRole('region', { name: 'Restore drills' });
}

const times = () =>
  screen.findByRole('combobox', { name: 'Drills by themselves' });

const save = () => screen.getByRole('button', { name: 'Save the times' });

describe('drills of an entity', () => {
  it('say when its backup was proven last, and by which', async () => {
    backend.answer('drills', drills({ lastProven: drillRecord() }));
    const region = await open();
    expect(
      await within(region).findByText('Last proven restore: 3 days ago, 4 min'),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent(
      '12 items restored, of 40 objects of payments in backup payments-daily-20261123020000.',
    );
  });

  it('say of which namespaces nothing was proven', async () => {
    const namespaces = [
      { cluster: 'eu-west', namespace: 'payments' },
      { cluster: 'eu-west', namespace: 'payments-db' },
      { cluster: 'us-east', namespace: 'payments' },
    ];
    backend.answer('drills', drills({ lastProven: drillRecord(), namespaces }));
    const region = await open();
    expect(
      await within(region).findByText(/Nothing was proven of payments-db\.$/),
    ).toBeInTheDocument();
  });

  it('say that nothing was ever proven', async () => {
    const region = await open();
    expect(await within(region).findByText('Never proven')).toBeInTheDocument();
  });

  it('say of the last one that it has not proven it, and why', async () => {
    backend.answer(
      'drills',
      drills({
        lastProven: drillRecord({ duration: undefined }),
        lastUnproven: drillRecord({
          proven: false,
          reasons: ['Velero ended it as Failed', 'Nothing was restored'],
          endedAt: minutesAgo(120),
        }),
      }),
    );
    const region = await open();
    expect(
      await within(region).findByText(
        'The last drill, 2 hours ago, has not proven it',
      ),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('Last proven restore: 3 days ago');
    expect(region).toHaveTextContent('Velero ended it as Failed');
  });

  it.each([
    ['pending', 'running', 'A drill is under way: Running'],
    [
      'deleting',
      'succeeded',
      'A drill is over; its scratch namespace is being removed',
    ],
  ] as const)('say how far one is: %s', async (cleanup, state, text) => {
    backend.answer(
      'drills',
      drills({ open: { request: 'r', state, cleanup } }),
    );
    const region = await open();
    expect(await within(region).findByText(text)).toBeInTheDocument();
  });

  it('are no part of the tab where nothing is the reader’s', async () => {
    backend.answer('drills', drills({ namespaces: [] }));
    renderForEntity(
      <>
        <p>the tab</p>
        <EntityDrills entityRef={ENTITY} version={0} />
      </>,
    );
    await screen.findByText('the tab');
    await waitFor(() => {
      expect(backend.urlsOf('drills')).toHaveLength(1);
      expect(
        screen.queryByRole('region', { name: 'Restore drills' }),
      ).not.toBeInTheDocument();
    });
  });

  it('are said not to be known when the backend does not answer', async () => {
    backend.refuse('drills', 503, { name: 'Error', message: 'It is away' });
    const region = await open();
    expect(await within(region).findByText('It is away')).toBeInTheDocument();
    backend.answer('drills', drills());
    await userEvent.click(
      within(region).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(region).findByText('Never proven')).toBeInTheDocument();
  });
});

describe('a drill', () => {
  const run = async () =>
    userEvent.click(await screen.findByRole('button', { name: 'Run a drill' }));

  it('is asked for by a click, and each click is another one', async () => {
    await open();
    await run();
    expect(
      await screen.findByText('The drill has been asked for'),
    ).toBeInTheDocument();
    await run();
    await screen.findByText('The drill has been asked for');
    const keys = backend
      .bodiesOf('run-drill')
      .map(body => (body as { key: string }).key);
    expect(new Set(keys).size).toBe(2);
  });

  it('is not asked for twice when it is not known whether it was', async () => {
    backend.refuse('run-drill', 502, { name: 'Error', message: 'lost' });
    await open();
    await run();
    expect(
      await screen.findByText(
        'It is not known whether the drill was asked for',
      ),
    ).toBeInTheDocument();
    await run();
    await screen.findByText('It is not known whether the drill was asked for');
    const [first, second] = backend.bodiesOf('run-drill');
    expect(second).toEqual(first);
  });

  it('that is refused says why', async () => {
    backend.refuse('run-drill', 409, {
      name: 'RestoreRefusedError',
      message: 'The policy allows no drills. Ask an administrator',
    });
    await open();
    await run();
    expect(
      await screen.findByText('The drill was not asked for'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The policy allows no drills. Ask an administrator'),
    ).toBeInTheDocument();
  });
});

describe('the times of drills', () => {
  it.each([
    ['Weekly, on Mondays', '0 3 * * 1'],
    ['Monthly, on the first', '0 3 1 * *'],
  ])('can be %s', async (name, cron) => {
    await open();
    await userEvent.selectOptions(await times(), name);
    await userEvent.click(save());
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(backend.bodiesOf('set-drills')).toEqual([
      { cluster: 'eu-west', namespaces: ['payments'], cron },
    ]);
  });

  it('can be any, with a day between them', async () => {
    await open();
    await userEvent.selectOptions(await times(), 'At other times');
    expect(save()).toBeDisabled();
    const field = screen.getByRole('textbox', {
      name: 'Times, as five fields of cron in UTC',
    });
    await userEvent.type(field, '0 * * * *');
    expect(
      screen.getByText(
        'Leave a day between drills at least: name one minute and one hour',
      ),
    ).toBeInTheDocument();
    expect(save()).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, '30 2 * * 6');
    await userEvent.click(save());
    await screen.findByText('Saved');
    expect(backend.bodiesOf('set-drills')).toMatchObject([
      { cron: '30 2 * * 6' },
    ]);
  });

  it('can be in one of several clusters', async () => {
    backend.answer(
      'drills',
      drills({
        namespaces: [
          { cluster: 'eu-west', namespace: 'payments' },
          { cluster: 'us-east', namespace: 'payments' },
          { cluster: 'us-east', namespace: 'ledger' },
        ],
      }),
    );
    await open();
    await userEvent.selectOptions(await times(), 'Weekly, on Mondays');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Cluster' }),
      'us-east',
    );
    await userEvent.click(save());
    await screen.findByText('Saved');
    expect(backend.bodiesOf('set-drills')).toMatchObject([
      { cluster: 'us-east', namespaces: ['payments', 'ledger'] },
    ]);
  });

  it('are shown, with for whom and when next, and can be ended', async () => {
    backend.answer('drills', drills({ schedule: drillSchedule() }));
    const region = await open();
    expect(await times()).toHaveValue('weekly');
    expect(region).toHaveTextContent(
      /Next drill in 4 days, on behalf of .*payments-owner/,
    );
    expect(save()).toBeDisabled();
    await userEvent.selectOptions(await times(), 'Off');
    await userEvent.click(save());
    await waitFor(() =>
      expect(backend.urlsOf('remove-drills')).toHaveLength(1),
    );
  });

  it('say why a drill was not made', async () => {
    backend.answer(
      'drills',
      drills({
        schedule: drillSchedule({
          lastProblem: { at: minutesAgo(120), message: 'No backup' },
        }),
      }),
    );
    const region = await open();
    expect(
      await within(region).findByText('The drill 2 hours ago was not made'),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('No backup');
  });

  it('that have stopped can be set anew', async () => {
    backend.answer(
      'drills',
      drills({
        schedule: drillSchedule({
          nextRunAt: undefined,
          lastProblem: { at: minutesAgo(120), message: 'Not yours any more' },
        }),
      }),
    );
    const region = await open();
    expect(
      await within(region).findByText('Drills have stopped'),
    ).toBeInTheDocument();
    await userEvent.click(save());
    await waitFor(() => expect(backend.bodiesOf('set-drills')).toHaveLength(1));
  });

  it('that were not saved stay chosen, and it is said why', async () => {
    backend.refuse('set-drills', 403, {
      name: 'NotAllowedError',
      message: 'You lack the permission',
    });
    await open();
    await userEvent.selectOptions(await times(), 'Weekly, on Mondays');
    await userEvent.click(save());
    expect(
      await screen.findByText('The times were not saved'),
    ).toBeInTheDocument();
    expect(screen.getByText('You lack the permission')).toBeInTheDocument();
    expect(await times()).toHaveValue('weekly');
  });
});
