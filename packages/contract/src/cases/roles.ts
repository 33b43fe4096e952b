import { equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { grant, Rule } from '../fixture/grants';
import type { RegionFixture } from '../fixture/RegionFixture';
import { refusal } from '../kubernetes/ApiFailure';

function lists(resource: string): Rule {
  return { apiGroups: ['velero.io'], resources: [resource], verbs: ['list'] };
}

/** Whether the API server says that the portal's user may do that. */
async function isAllowed(
  { portal }: RegionFixture,
  attributes: Record<string, string>,
): Promise<boolean> {
  const resourceAttributes = { group: 'velero.io', ...attributes };
  const { status } = await portal.create(
    { resource: 'selfsubjectaccessreviews' },
    { metadata: {}, spec: { resourceAttributes } },
  );
  return status?.allowed === true;
}

/** Such as `get,list backups.velero.io`. */
async function rulesIn(
  { portal }: RegionFixture,
  namespace: string,
): Promise<string[]> {
  const { body } = await portal.ask({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
    body: { spec: { namespace } },
  });
  const { status } = body as { status: { resourceRules: Rule[] } };
  return status.resourceRules.map(
    ({ verbs, resources, apiGroups }) => `${verbs} ${resources}.${apiGroups}`,
  );
}

export const roles: ContractCase[] = [
  {
    id: 'authorization/role',
    title:
      'A Role grants exactly its verbs on its resources, in its namespace, as long as it is bound',
    needs: ['portalUser', 'rbac'],
    async run({ a, names }) {
      const [namespace, other] = [await a.namespace(), await a.namespace()];
      const name = names.of('lists');
      const list = { verb: 'list', resource: 'restores', namespace };
      equal(await isAllowed(a, list), false);
      await grant(a, { name, namespace, rules: [lists('restores')] });
      await a.until('the right counts', () => isAllowed(a, list));
      const restores = { resource: 'restores' } as const;
      await a.portal.list({ ...restores, namespace });
      for (const attempt of [
        () => a.portal.get({ ...restores, namespace, name: 'first' }),
        () => a.portal.list({ resource: 'configmaps', namespace }),
        () => a.portal.list({ ...restores, namespace: other }),
        () => a.portal.list(restores),
      ]) {
        equal((await refusal(attempt())).code, 403);
      }
      await a.kube.remove({ resource: 'rolebindings', namespace, name });
      await a.until(
        'the right is taken back',
        async () => !(await isAllowed(a, list)),
      );
      const { code } = await refusal(a.portal.list({ ...restores, namespace }));
      equal(code, 403);
    },
  },
  {
    id: 'authorization/cluster-role',
    title:
      'A ClusterRole that is bound for the whole cluster counts in every namespace and for all at once',
    needs: ['portalUser', 'rbac'],
    async run({ a, names, signal }) {
      const namespace = await a.namespace();
      // Not what other cases grant, as these run at the same time.
      const resource = 'serverstatusrequests';
      await grant(a, { name: names.of('lists'), rules: [lists(resource)] });
      await a.until('the right counts', () =>
        isAllowed(a, { verb: 'list', resource }),
      );
      await a.portal.list({ resource });
      await a.portal.list({ resource, namespace });
      equal(await isAllowed(a, { verb: 'get', resource, namespace }), false);
      const { code, status } = await refusal(
        a.portal.watch({ resource }, {}, signal).next(),
      );
      equal(code, 403);
      match(
        status.message ?? '',
        /cannot watch resource "serverstatusrequests"/,
      );
    },
  },
  {
    id: 'authorization/resource-names',
    title:
      'A rule with names counts for these objects, and for lists that select one of them',
    needs: ['portalUser', 'rbac'],
    async run({ a, names }) {
      const namespace = await a.namespace({ first: {}, second: {} });
      const rule: Rule = {
        apiGroups: [''],
        resources: ['configmaps'],
        verbs: ['get', 'list'],
        resourceNames: ['first'],
      };
      await grant(a, { name: names.of('first'), namespace, rules: [rule] });
      const all = { resource: 'configmaps', namespace } as const;
      await a.until('the right counts', () =>
        isAllowed(a, {
          verb: 'get',
          group: '',
          resource: 'configmaps',
          namespace,
          name: 'first',
        }),
      );
      await a.portal.get({ ...all, name: 'first' });
      const { items } = await a.portal.list(all, {
        fieldSelector: 'metadata.name=first',
      });
      equal(items.length, 1);
      for (const attempt of [
        () => a.portal.get({ ...all, name: 'second' }),
        () => a.portal.list(all),
        () => a.portal.list(all, { fieldSelector: 'metadata.name=second' }),
      ]) {
        equal((await refusal(attempt())).code, 403);
      }
    },
  },
  {
    id: 'authorization/rules-review',
    title: 'Who asks is told the rules that count for them in a namespace',
    needs: ['portalUser', 'rbac'],
    async run({ a, names }) {
      const [namespace, other] = [await a.namespace(), await a.namespace()];
      const rules = [
        { ...lists('downloadrequests'), verbs: ['list', 'watch'] },
      ];
      await grant(a, { name: names.of('lists'), namespace, rules });
      await a.until('the rule is told', async () =>
        (
          await rulesIn(a, namespace)
        ).includes('list,watch downloadrequests.velero.io'),
      );
      const elsewhere = await rulesIn(a, other);
      equal(elsewhere.includes('list,watch downloadrequests.velero.io'), false);
    },
  },
];
