import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiRouter } from '@backstage/backend-openapi-utils';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { BackupKey, ResourcesQuery } from 'backstage-plugin-velero-common';
import { Response } from 'express';
import { ArtifactService, BackupReference } from '../access/ArtifactService';
import { spec } from './openapi';
import { whileReading } from './whileReading';

type Request = Parameters<HttpAuthService['credentials']>[0];

interface ArtifactRouteOptions {
  httpAuth: HttpAuthService;
  artifacts: ArtifactService;
  restoreArtifacts: ArtifactService;
}

/** Adds the routes to what Velero stored beside backups and restores. */
export function addArtifactRoutes(
  router: ApiRouter<typeof spec>,
  options: ArtifactRouteOptions,
) {
  const { httpAuth, artifacts, restoreArtifacts } = options;
  const backup = handlersOf(httpAuth, artifacts);
  const BACKUP = '/clusters/:cluster/backups/:veleroNamespace/:name' as const;
  router.get(`${BACKUP}/logs`, backup.logs);
  router.get(`${BACKUP}/results`, backup.results);
  router.get(`${BACKUP}/resources`, backup.resources);
  router.get(`${BACKUP}/volumes`, backup.volumes);

  const restore = handlersOf(httpAuth, restoreArtifacts);
  const RESTORE = '/clusters/:cluster/restores/:veleroNamespace/:name' as const;
  router.get(`${RESTORE}/logs`, restore.logs);
  router.get(`${RESTORE}/results`, restore.results);
  router.get(`${RESTORE}/resources`, restore.resources);
  router.get(`${RESTORE}/volumes`, restore.volumes);
}

function handlersOf(httpAuth: HttpAuthService, artifacts: ArtifactService) {
  const answering =
    <TQuery>(
      answer: (
        reference: BackupReference & { query: TQuery },
        res: Response,
      ) => Promise<void>,
    ) =>
    async (
      req: Request & { params: BackupKey; query: TQuery },
      res: Response,
    ) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { params: key, query } = req;
      await whileReading(res, signal =>
        answer({ key, query, credentials, signal }, res),
      );
    };
  return {
    logs: answering(async (reference, res) =>
      sendLog(await artifacts.getLog(reference), res),
    ),
    results: answering(async (reference, res) => {
      res.json(await artifacts.getResults(reference));
    }),
    resources: answering<ResourcesQuery>(async (reference, res) => {
      res.json(await artifacts.listResources(reference));
    }),
    volumes: answering(async (reference, res) => {
      res.json(await artifacts.listVolumes(reference));
    }),
  };
}

async function sendLog(log: Readable, res: Response) {
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  // A browser that believed the content more than the type would run what a log quotes.
  res.setHeader('x-content-type-options', 'nosniff');
  await pipeline(log, res);
}
