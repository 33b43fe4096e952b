import { pipeline } from 'node:stream/promises';
import { ApiRouter } from '@backstage/backend-openapi-utils';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ArtifactService } from '../access/ArtifactService';
import { whileReading } from './whileReading';
import { spec } from './openapi';

const BACKUP = '/clusters/:cluster/backups/:veleroNamespace/:name' as const;

/** Adds the routes to what Velero stored beside a backup. */
export function addArtifactRoutes(
  router: ApiRouter<typeof spec>,
  options: { httpAuth: HttpAuthService; artifacts: ArtifactService },
) {
  const { httpAuth, artifacts } = options;

  router.get(`${BACKUP}/logs`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await whileReading(res, async signal => {
      const reference = { key: req.params, credentials, signal };
      const log = await artifacts.getLog(reference);
      res.setHeader('content-type', 'text/plain; charset=utf-8');
      // A browser that believed the content more than the type would run what a log quotes.
      res.setHeader('x-content-type-options', 'nosniff');
      await pipeline(log, res);
    });
  });

  router.get(`${BACKUP}/results`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await whileReading(res, async signal => {
      const reference = { key: req.params, credentials, signal };
      res.json(await artifacts.getResults(reference));
    });
  });

  router.get(`${BACKUP}/resources`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await whileReading(res, async signal => {
      const { params: key, query } = req;
      const reference = { key, query, credentials, signal };
      res.json(await artifacts.listResources(reference));
    });
  });

  router.get(`${BACKUP}/volumes`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await whileReading(res, async signal => {
      const reference = { key: req.params, credentials, signal };
      res.json(await artifacts.listVolumes(reference));
    });
  });
}
