import { ApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { CredentialReference } from 'backstage-plugin-velero-common';
import { OnboardingService } from '../access/OnboardingService';
import { TenantService } from '../access/TenantService';
import { audited } from './audited';
import { spec } from './openapi';

/** Adds the routes of tenants, and those that give them their storage and schedules. No part of a credential goes to the auditor. */
export function addOnboardingRoutes(
  router: ApiRouter<typeof spec>,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    onboarding: OnboardingService;
    tenants: TenantService;
  },
) {
  const { auditor, httpAuth, onboarding, tenants } = options;

  router.get('/tenants', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { query } = req;
    res.json(await tenants.listTenants({ query, credentials }));
  });

  router.get('/tenants/namespaces', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { owner } = req.query;
    res.json({
      items: await onboarding.listNamespaces({ owner, credentials }),
    });
  });

  router.post('/tenants/plan', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { request, credential } = req.body;
    const { plan, ...rest } = await onboarding.plan({
      request,
      credential: credential as CredentialReference | undefined,
      credentials,
    });
    res.json({ ...rest, ...(plan && { plan: { ...plan } }) });
  });

  router.post('/tenants', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { request, credentials: secrets, accepted } = req.body;
    const operation = await audited(
      auditor,
      {
        eventId: 'tenant-mutate',
        severityLevel: 'high',
        request: req,
        meta: { actionType: 'onboard', ...nameOf(request) },
      },
      () =>
        onboarding.onboard({
          request,
          secrets: secrets as Record<string, Record<string, string>>,
          accepted,
          credentials,
        }),
    );
    res.status(202).json(operation);
  });

  router.get('/tenants/:tenant/offboard', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { tenant } = req.params;
    res.json(await onboarding.planOffboarding({ tenant, credentials }));
  });

  router.post('/tenants/:tenant/offboard', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { tenant } = req.params;
    const operation = await audited(
      auditor,
      {
        eventId: 'tenant-mutate',
        severityLevel: 'high',
        request: req,
        meta: { actionType: 'offboard', tenant },
      },
      () => onboarding.offboard({ tenant, credentials }),
    );
    res.status(202).json(operation);
  });

  router.get('/operations/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    res.json(await onboarding.getOperation({ id, credentials }));
  });

  router.post('/operations/:id/cancel', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const operation = await audited(
      auditor,
      {
        eventId: 'operation-mutate',
        request: req,
        meta: { actionType: 'cancel', id },
      },
      () => onboarding.cancelOperation({ id, credentials }),
    );
    res.status(202).json(operation);
  });
}

/** Of a request that nothing has checked yet, what names it; a key that is not known might hold anything. */
function nameOf(request: unknown) {
  const { tenant, owner, scope } = request as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries({ tenant, owner, scope }).filter(
      ([, value]) => typeof value === 'string' && value.length <= 253,
    ),
  ) as Record<string, string>;
}
