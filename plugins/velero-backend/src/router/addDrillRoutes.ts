import { ApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { DrillService } from '../access/DrillService';
import { audited } from './audited';
import { spec } from './openapi';
import { sendJson } from './sendJson';
import { whileReading } from './whileReading';

/** Adds the routes of drills. */
export function addDrillRoutes(
  router: ApiRouter<typeof spec>,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    drills: DrillService;
  },
) {
  const { auditor, httpAuth, drills } = options;

  router.get(
    '/entities/by-name/:kind/:namespace/:name/drills',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      sendJson(res, await drills.drills({ entityRef, credentials }));
    },
  );

  router.post(
    '/entities/by-name/:kind/:namespace/:name/drills',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { key, cluster } = req.body;
      const event = {
        eventId: 'drill',
        severityLevel: 'high' as const,
        request: req,
        meta: { actionType: 'request', entityRef, key },
      };
      await whileReading(res, async signal => {
        const question = { entityRef, key, cluster, credentials, signal };
        const asked = () => drills.request(question);
        sendJson(res.status(201), await audited(auditor, event, asked));
      });
    },
  );

  const schedulePath =
    '/entities/by-name/:kind/:namespace/:name/drill-schedule' as const;

  router.get(schedulePath, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entityRef = stringifyEntityRef(req.params);
    sendJson(res, await drills.schedule({ entityRef, credentials }));
  });

  router.put(schedulePath, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entityRef = stringifyEntityRef(req.params);
    const { body } = req;
    const event = {
      eventId: 'drill-schedule',
      severityLevel: 'medium' as const,
      request: req,
      meta: { actionType: 'set', entityRef, cron: body.cron },
    };
    const set = () => drills.setSchedule({ entityRef, body, credentials });
    sendJson(res, await audited(auditor, event, set));
  });

  router.delete(schedulePath, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entityRef = stringifyEntityRef(req.params);
    const event = {
      eventId: 'drill-schedule',
      severityLevel: 'medium' as const,
      request: req,
      meta: { actionType: 'remove', entityRef },
    };
    const remove = () => drills.removeSchedule({ entityRef, credentials });
    sendJson(res, await audited(auditor, event, remove));
  });
}
