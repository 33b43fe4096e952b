import { screen } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  cluster,
  entity,
  minutesAgo,
  unprovenNamespace,
} from '../../__testUtils__/fixtures';
import {
  namespaceProtection,
  protection,
} from '../../__testUtils__/protectionFixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityVeleroCardContent } from './EntityVeleroCardContent';

const backend = FakeBackend.forTests();

function renderCard() {
  return renderForEntity(<EntityVeleroCardContent />);
}

const unproven = namespaceProtection({
  cluster: 'us-east',
  state: 'unknown',
  reason: { code: 'not-proven', namespace: 'payments' },
  coveredBy: [],
});

describe('EntityVeleroCardContent', () => {
  it('says in one sentence whether the service is protected', async () => {
    renderCard();

    expect(
      await screen.findByText(
        'Protected. Last good copy 3 hours ago, next at 14:00 UTC.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
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
    const namespaces = [
      namespaceProtection({ state: 'unknown', sentence: 'Not known.' }),
    ];
    backend.answer('protection', protection({ clusters, namespaces }));
    renderCard();

    expect(await screen.findByText('Not known.')).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      /us-east.*Unreachable.*3 days ago.*connect ETIMEDOUT/,
    );
  });

  it('says how many namespaces are not proven, with and without others that are', async () => {
    const namespaces = [namespaceProtection(), unproven];
    backend.answer('protection', protection({ namespaces }));
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
    expect(screen.queryByText(/Protected/)).not.toBeInTheDocument();
  });

  it('shows an error with a way to try again', async () => {
    backend.refuse('protection', 500, {
      name: 'Error',
      message: 'disk is full',
    });
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
