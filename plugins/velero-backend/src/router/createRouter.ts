import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { ArtifactService } from '../access/ArtifactService';
import {
  InventoryService,
  ProtectionService,
} from '../access/InventoryService';
import { DrillService } from '../access/DrillService';
import { OnboardingService } from '../access/OnboardingService';
import { OperationService } from '../access/OperationService';
import { RestoreService } from '../access/RestoreService';
import { StorageAccess } from '../access/StorageAccess';
import { TenantService } from '../access/TenantService';
import { addArtifactRoutes } from './addArtifactRoutes';
import { addDrillRoutes } from './addDrillRoutes';
import { addOnboardingRoutes } from './addOnboardingRoutes';
import { addOperationRoutes } from './addOperationRoutes';
import { addRestoreRoutes } from './addRestoreRoutes';
import { addStorageRoutes } from './addStorageRoutes';
import { spec } from './openapi';

/** Options of express-openapi-validator that a caller may set, as tests do to check the answers. */
export interface RouterOptions {
  artifacts: ArtifactService;
  drills: DrillService;
  restoreArtifacts: ArtifactService;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  inventory: InventoryService;
  onboarding: OnboardingService;
  operations: OperationService;
  protection: ProtectionService;
  restores: RestoreService;
  storage: StorageAccess;
  tenants: TenantService;
  validateResponses?: boolean;
}

/** The routes below `/api/velero`. They translate between HTTP and the service and decide nothing. */
export function createRouter(options: RouterOptions): Router {
  const {
    httpAuth,
    inventory,
    protection,
    validateResponses = false,
  } = options;
  const router = createValidatedOpenApiRouter(spec, {
    validatorOptions: { validateResponses },
  });

  router.get('/clusters', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: await inventory.listClusters({ credentials }) });
  });

  router.get(
    '/entities/by-name/:kind/:namespace/:name/backups',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { query } = req;
      res.json(await inventory.listBackups({ entityRef, query, credentials }));
    },
  );

  router.get(
    '/entities/by-name/:kind/:namespace/:name/schedules',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { query } = req;
      res.json(
        await inventory.listSchedules({ entityRef, query, credentials }),
      );
    },
  );

  router.get(
    '/entities/by-name/:kind/:namespace/:name/locations',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { query } = req;
      res.json(
        await inventory.listLocations({ entityRef, query, credentials }),
      );
    },
  );

  router.get(
    '/entities/by-name/:kind/:namespace/:name/restores',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = stringifyEntityRef(req.params);
      const { query } = req;
      res.json(await inventory.listRestores({ entityRef, query, credentials }));
    },
  );

  router.get(
    '/entities/by-name/:kind/:namespace/:name/protection',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const entityRef = stringifyEntityRef(req.params);
      res.json(await protection.getProtection({ entityRef, credentials }));
    },
  );

  router.get(
    '/entities/by-name/:kind/:namespace/:name/history',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const entityRef = stringifyEntityRef(req.params);
      const { days = 30 } = req.query;
      res.json(await protection.getHistory({ entityRef, days, credentials }));
    },
  );

  router.get(
    '/clusters/:cluster/backups/:veleroNamespace/:name',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      res.json(await inventory.getBackup({ key: req.params, credentials }));
    },
  );

  router.get(
    '/clusters/:cluster/restores/:veleroNamespace/:name',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      res.json(await inventory.getRestore({ key: req.params, credentials }));
    },
  );

  addArtifactRoutes(router, options);
  addOperationRoutes(router, options);
  addOnboardingRoutes(router, options);
  addRestoreRoutes(router, options);
  addDrillRoutes(router, options);
  addStorageRoutes(router, options);
  return router;
}
