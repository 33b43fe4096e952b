import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { Route, Routes } from 'react-router-dom';
import { veleroApiRef } from '../api/veleroApiRef';
import { entityContentRouteRef, pagesExternalRouteRef } from '../routes';
import { Address } from './Address';
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
      <Address root="/entity/backups" />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/entity/backups': entityContentRouteRef,
        '/velero': pagesExternalRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/entity/backups${path}${search}`],
      apis: [
        [veleroApiRef, client] as const,
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
    },
  );
}
