import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { ENGINEER, OWNER, PEER } from '../fixture/Portal';
import {
  CONTENT,
  wishOf,
  withBackup,
  withForeignBackup,
} from '../fixture/restoring';
import { asked, decided, ended } from '../fixture/restoreRequests';
import { configMapsIn, dataOf } from '../fixture/restores';
import { makeAdmissionPolicy } from '../fixture/admissionPolicy';
import { refusal } from '../kubernetes/ApiFailure';

async function newNamespace(context: CaseContext) {
  const { a } = context;
  await withBackup(context, [a], async restoring => {
    const target = `${restoring.namespace}-restore-1`;
    const { id, state } = await asked(
      a,
      restoring,
      wishOf(a, restoring, target),
    );
    equal(state, 'approved');
    const request = await ended(a, restoring, id);
    equal(request.state, 'succeeded', JSON.stringify(request.outcome));
    deepEqual(await configMapsIn(a, target), ['prices', 'settings']);
  });
}

async function inPlace(context: CaseContext) {
  const { a } = context;
  await withBackup(context, [a], async restoring => {
    const { namespace } = restoring;
    await a.kube.remove({
      resource: 'configmaps',
      namespace,
      name: 'settings',
    });
    const wish = wishOf(a, restoring, namespace);
    const { id, state } = await asked(a, restoring, wish);
    equal(state, 'pending');
    equal((await decided(restoring, id, 'approve', OWNER)).code, 403);
    equal((await decided(restoring, id, 'approve', PEER)).code, 200);
    const request = await ended(a, restoring, id);
    equal(request.state, 'succeeded', JSON.stringify(request.outcome));
    deepEqual(await dataOf(a, namespace, 'settings'), CONTENT.settings);
  });
}

async function otherRegion(context: CaseContext) {
  const { b } = context;
  await withForeignBackup(context, async restoring => {
    const target = `${restoring.namespace}-restore-1`;
    const { id, state } = await asked(
      b,
      restoring,
      wishOf(b, restoring, target),
    );
    equal(state, 'pending');
    equal((await decided(restoring, id, 'approve', ENGINEER)).code, 200);
    const request = await ended(b, restoring, id);
    equal(request.state, 'succeeded', JSON.stringify(request.outcome));
    deepEqual(await configMapsIn(b, target), ['prices', 'settings']);
  });
}

/** The portal's own user stands for the account that the policy is for. */
async function admitted(context: CaseContext) {
  const { a } = context;
  const { portalUser, veleroNamespace: namespace } = a.region;
  await makeAdmissionPolicy(a, 'restore', portalUser);
  await newNamespace(context);
  const other = a.portal.create(
    { resource: 'restores', namespace },
    { metadata: { name: 'other' }, spec: { backupName: 'archive' } },
  );
  match((await refusal(other)).message, /is named after its request/);
}

async function refused(context: CaseContext) {
  const { a } = context;
  const theirs = await a.namespace({ settings: {} });
  await withBackup(context, [a], async restoring => {
    await asked(
      a,
      restoring,
      wishOf(a, restoring, `${restoring.namespace}-restore-1`),
    );
    const { code, body } = await restoring.portal.post<{
      error: { message: string };
    }>('/restore-requests', {
      wish: wishOf(a, restoring, theirs),
      key: 'another-request',
    });
    equal(code, 409);
    match(body.error.message, /is neither proven to be yours/);
    deepEqual(await configMapsIn(a, theirs), ['settings']);
  });
}

async function stale(context: CaseContext) {
  const { a } = context;
  await withBackup(context, [a], async restoring => {
    const { namespace: name } = restoring;
    const { id } = await asked(a, restoring, wishOf(a, restoring, name));
    await a.kube.patch(
      { resource: 'namespaces', name },
      { metadata: { annotations: { 'backstage.io/owner': 'group:others' } } },
    );
    const { code, body } = await decided(restoring, id, 'approve', ENGINEER);
    equal(code, 409, JSON.stringify(body));
    const request = await ended(a, restoring, id);
    equal(request.state, 'stale');
    match(request.outcome?.message ?? '', /is not proven to be yours/);
    equal(await a.find('restores', `rst-${id}`), undefined);
  });
}

export const restoreRequests: ContractCase[] = [
  {
    id: 'restore-request/new-namespace',
    title:
      'The portal restores an owner’s namespace into a new one, by request',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: newNamespace,
  },
  {
    id: 'restore-request/in-place',
    title:
      'What was deleted comes back in its namespace when another owner agrees, and not when whoever asked does',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: inPlace,
  },
  {
    id: 'restore-request/other-region',
    title:
      'The portal restores in one region what another one has backed up, when an administrator agrees',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: otherRegion,
  },
  {
    id: 'restore-request/admitted',
    title:
      'What the portal asks Velero for is what the policy of `deploy/admission/restore` admits',
    needs: ['portalUser', 'rbac', 'objectStore', 'admissionPolicies'],
    exclusive: true,
    run: admitted,
  },
  {
    id: 'restore-request/refused',
    title: 'The portal restores nothing into a namespace of somebody else',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: refused,
  },
  {
    id: 'restore-request/stale',
    title:
      'A request whose namespace has got another owner is stale, and Velero is not asked',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: stale,
  },
];
