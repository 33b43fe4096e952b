import { ApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { RequestDecision, RestoreService } from '../access/RestoreService';
import { audited } from './audited';
import { spec } from './openapi';
import { EXPORT_FORMATS } from './restoreExport';
import { sendJson } from './sendJson';
import { whileReading } from './whileReading';

type Decide = (
  restores: RestoreService,
  decision: RequestDecision,
) => Promise<RestoreRequestDetails>;

/** All decisions go the same way. */
const DECISIONS = [
  [
    '/restore-requests/:id/approve',
    'approve',
    (restores, decision) => restores.approve(decision),
  ],
  [
    '/restore-requests/:id/reject',
    'reject',
    (restores, decision) => restores.reject(decision),
  ],
  [
    '/restore-requests/:id/cancel',
    'cancel',
    (restores, decision) => restores.cancel(decision),
  ],
  [
    '/restore-requests/:id/comments',
    'comment',
    (restores, decision) => restores.comment(decision),
  ],
] as const satisfies ReadonlyArray<readonly [string, string, Decide]>;

/** Adds the routes of restores by request. */
export function addRestoreRoutes(
  router: ApiRouter<typeof spec>,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    restores: RestoreService;
  },
) {
  const { auditor, httpAuth, restores } = options;

  router.post('/restore-requests/preview', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { wish, entityRef } = req.body;
    await whileReading(res, async signal => {
      const preview = await restores.preview({
        wish,
        entityRef,
        credentials,
        signal,
      });
      sendJson(res, preview);
    });
  });

  router.post('/restore-policies/evaluate', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await whileReading(res, async signal => {
      const question = { ...req.body, credentials, signal };
      sendJson(res, await restores.evaluate(question));
    });
  });

  router.post('/restore-requests', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { wish, entityRef, key } = req.body;
    await whileReading(res, async signal => {
      const event = {
        eventId: 'restore-request',
        severityLevel: 'high' as const,
        request: req,
        meta: { actionType: 'request', key, ...(entityRef && { entityRef }) },
      };
      const request = await audited(auditor, event, async () =>
        restores.request({ wish, entityRef, key, credentials, signal }),
      );
      sendJson(res.status(201), request);
    });
  });

  router.get('/restore-requests', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { query } = req;
    sendJson(res, await restores.list({ query, credentials }));
  });

  router.get('/restore-requests/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { after = 0, limit = 1_000, format = 'jsonl' } = req.query;
    const events = await restores.exportEvents({ after, limit, credentials });
    const { type, write } = EXPORT_FORMATS[format];
    if (events.length === limit) {
      res.setHeader('x-next-after', String(events.at(-1)?.seq));
    }
    res.setHeader('content-disposition', 'attachment');
    res.type(type).send(write(events));
  });

  router.get('/restore-requests/options', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    sendJson(res, await restores.options({ credentials }));
  });

  router.get('/restore-requests/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    sendJson(res, await restores.get({ id, credentials }));
  });

  router.get('/restore-requests/:id/events', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    sendJson(res, await restores.events({ id, credentials }));
  });

  router.get('/restore-requests/:id/checks', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    await whileReading(res, async signal => {
      sendJson(res, await restores.checks({ id, credentials, signal }));
    });
  });

  for (const [path, actionType, decide] of DECISIONS) {
    router.post(path, async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { id } = req.params;
      const { text } = req.body;
      const event = {
        eventId: 'restore-request',
        severityLevel: 'high' as const,
        request: req,
        meta: { actionType, id },
      };
      await whileReading(res, async signal => {
        const decision = { id, text, credentials, signal };
        const decided = () => decide(restores, decision);
        sendJson(res, await audited(auditor, event, decided));
      });
    });
  }
}
