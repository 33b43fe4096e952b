import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { veleroApiRef } from '../api/veleroApiRef';
import { entityContentRouteRef } from '../routes';
import { BACKEND_URL } from './FakeBackend';
import { FakeSignals } from './FakeSignals';
import { entity as defaultEntity } from './fixtures';

interface RenderOptions {
  entity?: Entity;
  /** The part of the address after the path. */
  search?: string;
  /** The part of the path below the tab, as `/backups/eu-west/velero/first`. */
  path?: string;
  signals?: FakeSignals;
}

/** Renders a component as a part of an entity page that talks to {@link FakeBackend}. */
export function renderForEntity(
  element: JSX.Element,
  options: RenderOptions = {},
) {
  const { entity = defaultEntity, path = '', search = '', signals } = options;
  const client = new VeleroClient({
    discoveryApi: { getBaseUrl: async () => BACKEND_URL },
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <Routes>
        <Route path="/entity/backups/*" element={element} />
      </Routes>
      <Address />
    </EntityProvider>,
    {
      mountedRoutes: { '/entity/backups': entityContentRouteRef },
      initialRouteEntries: [`/entity/backups${path}${search}`],
      apis: [
        [veleroApiRef, client] as const,
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
    },
  );
}

/** Shows the address and the way back, as a browser does above the page. */
function Address() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <button onClick={() => navigate(-1)}>Back</button>
      <output aria-label="path">
        {pathname.replace('/entity/backups', '')}
      </output>
      <output aria-label="address">{decodeURIComponent(search)}</output>
    </>
  );
}
