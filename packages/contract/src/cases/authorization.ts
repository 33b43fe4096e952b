import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { RegionFixture } from '../fixture/RegionFixture';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { refusal } from '../kubernetes/ApiFailure';

/** Speaks to the cluster as somebody else, for as long as `use` takes. */
async function as<T>(
  { region }: RegionFixture,
  { token, signal }: { token?: string; signal: AbortSignal },
  use: (kube: KubernetesClient) => Promise<T>,
): Promise<T> {
  const { url, caData } = region;
  const kube = new KubernetesClient({ url, caData, token, signal });
  try {
    return await use(kube);
  } finally {
    await kube.close();
  }
}

function forbidden(message: string, details: Record<string, string>) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason: 'Forbidden',
    details,
    code: 403,
  };
}

export const authorization: ContractCase[] = [
  {
    id: 'authorization/wrong-token',
    title: 'A token that nobody has is refused without a word about why',
    needs: ['portalUser'],
    async run({ a, signal }) {
      const { status } = await as(a, { token: 'nobody', signal }, kube =>
        refusal(kube.list({ resource: 'backups', namespace: 'default' })),
      );
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'Unauthorized',
        reason: 'Unauthorized',
        code: 401,
      });
    },
  },
  {
    id: 'authorization/anonymous',
    title:
      'Who shows no token is anonymous, and learns the version but sees no objects and no groups',
    needs: ['portalUser'],
    async run({ a, signal }) {
      await as(a, { signal }, async kube => {
        const { status } = await refusal(
          kube.list({ resource: 'backups', namespace: 'default' }),
        );
        deepEqual(
          status,
          forbidden(
            'backups.velero.io is forbidden: User "system:anonymous" cannot list resource "backups" in API group "velero.io" in the namespace "default"',
            { group: 'velero.io', kind: 'backups' },
          ),
        );
        const groups = await kube.ask({ path: '/apis' });
        deepEqual(
          groups.body,
          forbidden(
            'forbidden: User "system:anonymous" cannot get path "/apis"',
            {},
          ),
        );
        for (const path of ['/version', '/readyz']) {
          equal((await kube.ask({ path })).code, 200);
        }
      });
    },
  },
  {
    id: 'authorization/no-rights',
    title:
      'A refusal names the user, the verb, the resource, its group and the namespace',
    needs: ['portalUser'],
    async run({ a }) {
      const namespace = await a.namespace();
      const user = `User "${a.region.portalUser}"`;
      const where = `in API group "velero.io" in the namespace "${namespace}"`;
      const all = { resource: 'restores', namespace } as const;
      const one = { ...all, name: 'first' };
      const { portal } = a;
      const details = { name: 'first', group: 'velero.io', kind: 'restores' };
      for (const [verb, attempt] of [
        ['delete', () => portal.remove(one)],
        ['patch', () => portal.patch(one, { spec: {} })],
      ] as const) {
        deepEqual(
          (await refusal(attempt())).status,
          forbidden(
            `restores.velero.io "first" is forbidden: ${user} cannot ${verb} resource "restores" ${where}`,
            details,
          ),
        );
      }
      const created = await refusal(
        portal.create(all, { metadata: { name: 'first' } }),
      );
      equal(
        created.status.message,
        `restores.velero.io is forbidden: ${user} cannot create resource "restores" ${where}`,
      );
      const listed = await refusal(portal.list({ resource: 'configmaps' }));
      equal(
        listed.status.message,
        `configmaps is forbidden: ${user} cannot list resource "configmaps" in API group "" at the cluster scope`,
      );
    },
  },
  {
    id: 'authorization/before-existence',
    title: 'Who may not see an object does not learn whether it exists',
    needs: ['portalUser'],
    async run({ a }) {
      const namespace = await a.namespace({ settings: {} });
      const messages = [];
      for (const name of ['settings', 'nothings']) {
        const reference = { resource: 'configmaps', namespace, name } as const;
        const { code, status } = await refusal(a.portal.get(reference));
        equal(code, 403);
        messages.push(status.message?.replace(name, ''));
      }
      equal(messages[0], messages[1]);
    },
  },
  {
    id: 'authorization/discovery',
    title:
      'Whoever is signed in may see which groups and resources there are, but not the metrics',
    needs: ['portalUser'],
    async run({ a }) {
      for (const path of ['/apis', '/apis/velero.io/v1', '/openapi/v3']) {
        equal((await a.portal.ask({ path })).code, 200);
      }
      const { body } = await a.portal.ask({ path: '/metrics' });
      deepEqual(
        body,
        forbidden(
          `forbidden: User "${a.region.portalUser}" cannot get path "/metrics"`,
          {},
        ),
      );
    },
  },
  {
    id: 'authorization/admin-review',
    title: 'The admin is told that everything is allowed',
    async run({ a }) {
      const { status } = await a.kube.create(
        { resource: 'selfsubjectaccessreviews' },
        {
          metadata: {},
          spec: {
            resourceAttributes: { verb: '*', group: '*', resource: '*' },
          },
        },
      );
      ok(status?.allowed);
    },
  },
];
