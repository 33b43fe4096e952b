import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { TenantsResponse } from 'backstage-plugin-velero-common';

/** Plays the Velero backend plugin over HTTP: gives one page after the other, or an error for what is no page. */
export class FakeVelero {
  /** The addresses that it was asked at. */
  readonly urls: string[] = [];
  pages: Array<TenantsResponse | undefined> = [];

  readonly feature = createBackendPlugin({
    pluginId: 'velero',
    register: env =>
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        init: async ({ httpRouter }) => {
          httpRouter.use((req, res) => {
            this.urls.push(req.url);
            const cursor = new URL(req.url, 'http://velero').searchParams.get(
              'cursor',
            );
            const page = this.pages[Number(cursor ?? 0)];
            res.status(page ? 200 : 503).json(page ?? {});
          });
        },
      }),
  });
}
