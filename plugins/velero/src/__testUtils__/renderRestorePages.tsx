import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { Route, Routes } from 'react-router-dom';
import { veleroApiRef } from '../api/veleroApiRef';
import { RestorePages } from '../components/Restores/RestorePages';
import { pagesExternalRouteRef } from '../routes';
import { Address } from './Address';
import { BACKEND_URL } from './FakeBackend';
import { FakeSignals } from './FakeSignals';

/** Renders the pages of requests for restores, which talk to {@link FakeBackend}. */
export function renderRestorePages(
  address: string,
  options: { signals?: FakeSignals } = {},
) {
  const { signals } = options;
  const client = new VeleroClient({
    discoveryApi: { getBaseUrl: async () => BACKEND_URL },
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    <>
      <Routes>
        <Route path="/velero/*" element={<RestorePages />} />
      </Routes>
      <Address root="/velero" />
    </>,
    {
      mountedRoutes: {
        '/velero': pagesExternalRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/velero${address}`],
      apis: [
        [veleroApiRef, client] as const,
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
    },
  );
}
