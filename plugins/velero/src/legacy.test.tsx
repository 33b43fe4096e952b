import { FlatRoutes } from '@backstage/core-app-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  MockFetchApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { VeleroApi } from 'backstage-plugin-velero-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactNode } from 'react';
import { Route } from 'react-router-dom';
import { veleroApiRef } from './api/veleroApiRef';
import {
  EntityVeleroCard,
  EntityVeleroContent,
  isVeleroAvailable,
  VeleroPage,
  veleroPlugin,
} from './legacy';
import { BACKEND_URL, FakeBackend } from './__testUtils__/FakeBackend';
import { entity } from './__testUtils__/fixtures';

FakeBackend.forTests();

/** The test app has no backend in its configuration, so the plugin's own factory gets its dependencies from here. */
function renderOnEntityPage(content: ReactNode) {
  const factory = [...veleroPlugin.getApis()].find(
    ({ api }) => api.id === veleroApiRef.id,
  )!;
  const api = factory.factory({
    discoveryApi: { getBaseUrl: async () => BACKEND_URL },
    fetchApi: new MockFetchApi(),
  }) as VeleroApi;
  return renderInTestApp(
    <TestApiProvider apis={[[veleroApiRef, api]]}>
      <EntityProvider entity={entity}>{content}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the plugin in an app on the legacy frontend system', () => {
  it('gives a card that leads to the tab', async () => {
    await renderOnEntityPage(
      <FlatRoutes>
        <Route path="/" element={<EntityVeleroCard />} />
        <Route path="/backups" element={<EntityVeleroContent />} />
      </FlatRoutes>,
    );

    expect(await screen.findByText(/^Protected\./)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('link', { name: 'View all backups' }),
    );

    expect(
      await screen.findByRole('table', { name: /^restore points/i }),
    ).toBeInTheDocument();
  });

  it('gives a tab whose restore points have pages', async () => {
    await renderOnEntityPage(
      <FlatRoutes>
        <Route path="/" element={<EntityVeleroCard />} />
        <Route path="/backups" element={<EntityVeleroContent />} />
      </FlatRoutes>,
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'View all backups' }),
    );
    await userEvent.click(
      await screen.findByRole('link', { name: /^Details of payments-daily/ }),
    );

    expect(
      await screen.findByRole('heading', { name: 'What it takes' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Contents' }));
    expect(
      await screen.findByRole('searchbox', { name: /^Search by kind/ }),
    ).toBeInTheDocument();
  });

  it('gives a card that stands alone', async () => {
    await renderOnEntityPage(<EntityVeleroCard />);

    expect(await screen.findByText(/^Protected\./)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('gives pages to ask for restores, and the ways to them', async () => {
    await renderOnEntityPage(
      <FlatRoutes>
        <Route path="/" element={<EntityVeleroContent />} />
        <Route path="/velero" element={<VeleroPage />} />
      </FlatRoutes>,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request restore' }),
    );
    await screen.findByRole('navigation', { name: 'Steps' });
    await userEvent.click(
      screen.getByRole('link', { name: 'All restore requests' }),
    );

    expect(
      await screen.findByText('You have not asked for a restore'),
    ).toBeInTheDocument();
  });

  it('tells which entities have a tab', () => {
    const bare = { ...entity, metadata: { name: 'bare' } };

    expect([entity, bare].map(isVeleroAvailable)).toEqual([true, false]);
  });
});
