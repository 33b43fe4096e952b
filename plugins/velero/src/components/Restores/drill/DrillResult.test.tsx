import { screen, within } from '@testing-library/react';
import {
  DrillResult as Result,
  RequestedDrill,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  REQUEST_ID,
  requestDetails,
  wish,
} from '../../../__testUtils__/restoreFixtures';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();

function result(overrides: Partial<Result> = {}): Result {
  return {
    proven: true,
    reasons: [],
    limits: ['Not whether it runs: 2 of deployments.apps were left out'],
    duration: 192_000,
    endedAt: minutesAgo(3),
    itemsRestored: 12,
    itemsInBackup: 40,
    warnings: 1,
    errors: 0,
    ...overrides,
  };
}

async function open(
  drill: RequestedDrill,
  request: Partial<RestoreRequestDetails> = {},
) {
  backend.answer(
    'restore-request',
    requestDetails({
      state: 'succeeded',
      restore: `rst-${REQUEST_ID}`,
      wish: wish({
        drill: true,
        namespaces: [{ source: 'payments', target: 'payments-drill-0123abcd' }],
      }),
      drill,
      ...request,
    }),
  );
  const page = renderRestorePages(`/restore-requests/${REQUEST_ID}`);
  const region = await screen.findByRole('region', {
    name: 'What the drill has shown',
  });
  return { page, region };
}

describe('the page of a drill', () => {
  it('says that it is one, what it has shown, and what it does not tell', async () => {
    const { page, region } = await open({ cleanup: 'done', result: result() });
    expect(
      screen.getByRole('heading', {
        name: 'Drill of payments → payments-drill-0123abcd',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('drill: what it restores is removed again'),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('Proven: this backup can be restored');
    expect(region).toHaveTextContent('3 min 12 s');
    expect(region).toHaveTextContent('Not whether it runs');
    expect(region).toHaveTextContent('Scratch namespacesgone');
    expect(
      screen.queryByRole('button', { name: 'Restore again' }),
    ).not.toBeInTheDocument();
    const { container } = await page;
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says why nothing is proven', async () => {
    const { region } = await open(
      {
        cleanup: 'deleting',
        result: result({
          proven: false,
          reasons: ['Velero counts 2 errors'],
          duration: undefined,
          limits: [],
        }),
      },
      { state: 'partially-failed' },
    );
    expect(region).toHaveTextContent('Not proven');
    expect(region).toHaveTextContent('Velero counts 2 errors');
    expect(region).toHaveTextContent('Durationnot known');
    expect(region).toHaveTextContent('being removed');
    expect(
      screen.getByText(/a real restore would fail alike/),
    ).toBeInTheDocument();
  });

  it('says what is in the way of removing it, and what to do', async () => {
    const { region } = await open({
      cleanup: 'failed',
      message: 'Namespace stays',
      remedy: 'Look at whose it is',
      result: result(),
    });
    expect(within(region).getByText('Namespace stays')).toBeInTheDocument();
    expect(region).toHaveTextContent('What to do: Look at whose it is');
    expect(region).toHaveTextContent('left behind: somebody has to look');
  });

  it('waits for Velero', async () => {
    const { region } = await open({ cleanup: 'pending' }, { state: 'running' });
    expect(region).toHaveTextContent('Velero is not done yet');
  });

  it('says that Velero was not asked', async () => {
    const { region } = await open(
      { cleanup: 'done' },
      { state: 'stale', restore: undefined },
    );
    expect(region).toHaveTextContent('Velero was not asked');
  });
});
