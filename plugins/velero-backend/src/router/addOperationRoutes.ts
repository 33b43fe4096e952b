import { ApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { OperationService } from '../access/OperationService';
import { audited } from './audited';
import { spec } from './openapi';
import { whileReading } from './whileReading';

/** Adds the routes that have Velero do something. */
export function addOperationRoutes(
  router: ApiRouter<typeof spec>,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    operations: OperationService;
  },
) {
  const { auditor, httpAuth, operations } = options;
  router.get(
    '/entities/by-name/:kind/:namespace/:name/backup-options',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      res.json(await operations.getBackupOptions({ entityRef, credentials }));
    },
  );

  router.post(
    '/entities/by-name/:kind/:namespace/:name/backups',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { body: request } = req;
      await whileReading(res, async signal => {
        const created = await audited(
          auditor,
          {
            eventId: 'backup-mutate',
            severityLevel: 'medium',
            request: req,
            meta: { actionType: 'create', entityRef, ...request },
          },
          () =>
            operations.createBackup({
              entityRef,
              credentials,
              request,
              signal,
            }),
        );
        res.status(201).json(created);
      });
    },
  );

  router.post(
    '/entities/by-name/:kind/:namespace/:name/schedules',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { body: request } = req;
      await whileReading(res, async signal => {
        const schedule = await audited(
          auditor,
          {
            eventId: 'schedule-mutate',
            severityLevel: 'medium',
            request: req,
            meta: { actionType: 'create', entityRef, ...request },
          },
          () =>
            operations.createSchedule({
              entityRef,
              credentials,
              request,
              signal,
            }),
        );
        res.status(schedule.outcome === 'created' ? 201 : 200).json(schedule);
      });
    },
  );
}
