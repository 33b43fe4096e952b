import { screen } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  answer,
  backup,
  cluster,
  entity,
  minutesAgo,
  provenNamespace,
  unprovenNamespace,
} from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityVeleroCardContent } from './EntityVeleroCardContent';

const backend = FakeBackend.forTests();

function renderCard() {
  return renderForEntity(<EntityVeleroCardContent />);
}

describe('EntityVeleroCardContent', () => {
  it('says in one sentence how old the newest restore point is and how sure that is', async () => {
    const clusters = [cluster(), cluster({ name: 'us-east' })];
    backend.answer(
      'backups',
      answer([backup()], { clusters, totalItems: 312 }),
    );
    renderCard();

    expect(
      await screen.findByText(
        'Newest restore point 3 hours ago: Completed. 2 of 2 clusters live.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('312 restore points')).toBeInTheDocument();
    expect(backend.urlsOf('backups').map(url => url.search)).toEqual([
      '?limit=1',
    ]);
  });

  it('speaks of a backup that waits, too', async () => {
    const queued = backup({
      phase: 'Queued',
      lifecycle: 'waiting',
      outcome: undefined,
      startedAt: undefined,
    });
    backend.answer('backups', answer([queued]));
    renderCard();

    expect(
      await screen.findByText(
        'Newest restore point: Queued. 1 of 1 cluster live.',
      ),
    ).toBeInTheDocument();
  });

  it('names the clusters that could not be asked, and from when their data is', async () => {
    const clusters = [
      cluster(),
      cluster({
        name: 'us-east',
        state: 'unreachable',
        syncedAt: minutesAgo(60 * 24 * 3),
        reason: 'connect ETIMEDOUT',
      }),
    ];
    backend.answer('backups', answer([backup()], { clusters }));
    renderCard();

    expect(
      await screen.findByText(/1 of 2 clusters live\./),
    ).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      /us-east.*Unreachable.*3 days ago.*connect ETIMEDOUT/,
    );
  });

  it.each([
    ['live' as const, 'No restore points yet. 1 of 1 cluster live.'],
    ['not-installed' as const, 'Velero is not installed. 0 of 1 cluster live.'],
    [
      'unreachable' as const,
      'No cluster can be asked at the moment. 0 of 1 cluster live.',
    ],
  ])('tells no restore points from no answer: %s', async (state, sentence) => {
    backend.answer('backups', answer([], { clusters: [cluster({ state })] }));
    renderCard();

    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('says how many namespaces are not proven, with and without others that are', async () => {
    const namespaces = [provenNamespace, unprovenNamespace];
    backend.answer('backups', answer([backup()], { namespaces }));
    const { unmount } = renderCard();
    expect(
      await screen.findByText('Ownership of 1 namespace is not proven.'),
    ).toBeInTheDocument();
    unmount();

    backend.refuseAll(403, {
      name: 'OwnershipNotProvenError',
      message: 'No claim is proven',
      namespaces: [unprovenNamespace],
    });
    renderCard();
    expect(
      await screen.findByText('Ownership of 1 namespace is not proven.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Newest/)).not.toBeInTheDocument();
  });

  it('shows an error with a way to try again', async () => {
    backend.refuse('backups', 500, { name: 'Error', message: 'disk is full' });
    renderCard();

    expect(await screen.findByText('disk is full')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('helps an entity without annotations', async () => {
    renderForEntity(<EntityVeleroCardContent />, {
      entity: { ...entity, metadata: { name: 'bare' } },
    });

    expect(
      await screen.findByText(
        /backstage\.io\/kubernetes-namespace: <namespace>/,
      ),
    ).toBeInTheDocument();
  });
});
