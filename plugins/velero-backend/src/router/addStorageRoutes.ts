import { ApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { StorageAccess } from '../access/StorageAccess';
import { audited } from './audited';
import { spec } from './openapi';
import { whileReading } from './whileReading';

/** Adds the routes of where backups are kept. */
export function addStorageRoutes(
  router: ApiRouter<typeof spec>,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    storage: StorageAccess;
  },
) {
  const { auditor, httpAuth, storage } = options;

  router.get('/locations', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { query } = req;
    res.json(await storage.listPlaces({ query, credentials }));
  });

  router.post(
    '/locations/:cluster/:veleroNamespace/:name/verify',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { params: key } = req;
      await whileReading(res, async signal => {
        const verification = await audited(
          auditor,
          {
            eventId: 'location-mutate',
            request: req,
            meta: { actionType: 'verify', ...key },
          },
          () => storage.verify({ key, credentials, signal }),
        );
        res.json(verification);
      });
    },
  );
}
