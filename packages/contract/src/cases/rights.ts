import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import {
  as,
  askServer,
  demandExactly,
  grantOnTop,
  LIST_NETWORK,
  LIST_PREVIEWED,
  READ,
  READ_ONLY,
} from '../fixture/bundleRights';
import { CaseContext } from '../fixture/CaseContext';
import { fetchFile } from '../fixture/download';
import { fieldsOfMarks } from '../fixture/fieldsOfMarks';
import { refusal } from '../kubernetes/ApiFailure';

async function readOnly({ a }: CaseContext) {
  await grantOnTop(a, []);
  const { portal, reference, namespace } = as(a);
  for (const resource of [
    'backups',
    'schedules',
    'backupstoragelocations',
    'restores',
  ] as const) {
    const { metadata } = await portal.list({ resource });
    const watch = portal.watch(
      { resource },
      { resourceVersion: metadata.resourceVersion, timeoutSeconds: '1' },
      new AbortController().signal,
    );
    for await (const { type } of watch) {
      match(type, /ADDED|MODIFIED|DELETED|BOOKMARK/);
    }
  }
  await portal.list({ resource: 'namespaces' });
  await portal.get({ resource: 'namespaces', name: 'kube-system' });
  await portal.get({ resource: 'deployments', namespace, name: 'velero' });
  const refused = await refusal(
    portal.create(reference('backups'), {
      metadata: { name: 'mine' },
      spec: {},
    }),
  );
  equal(refused.code, 403);
  await demandExactly(a, READ_ONLY);
}

async function logs({ a, names }: CaseContext) {
  const namespace = await a.namespace();
  const backup = await a.endedBackup({ includedNamespaces: [namespace] });
  await grantOnTop(a, ['logs']);
  const { portal, reference } = as(a);
  const name = names.of('log');
  await portal.create(reference('downloadrequests'), {
    metadata: { name },
    spec: { target: { kind: 'BackupLog', name: backup.metadata.name } },
  });
  const url = await a.until('the link is signed', async () => {
    const { status } = await portal.get(reference('downloadrequests', name));
    return status?.downloadURL;
  });
  match((await fetchFile(new URL(url))).text(), /level=info/);
  await portal.remove(reference('downloadrequests', name));
  await demandExactly(a, {
    ...READ_ONLY,
    downloadrequests: ['create', 'get', 'delete'],
  });
}

/** The object as the portal builds it, with what it says of who asked. */
async function backUp({ a, names }: CaseContext) {
  const included = await a.namespace({ settings: { colour: 'blue' } });
  await grantOnTop(a, ['backup']);
  const { portal, reference } = as(a);
  const name = names.of('now');
  await portal.get(
    reference('backupstoragelocations', a.region.defaultLocation),
  );
  await portal.create(reference('backups'), {
    metadata: {
      name,
      labels: { 'app.kubernetes.io/managed-by': 'velero-for-backstage' },
      annotations: { 'backstage.io/requested-by': 'user:default/somebody' },
    },
    spec: {
      includedNamespaces: [included],
      storageLocation: a.region.defaultLocation,
      ttl: '720h',
      snapshotVolumes: false,
      defaultVolumesToFsBackup: false,
    },
  });
  await a.phase('backups', name, 'Completed');
  const { metadata } = await portal.get(reference('backups', name));
  equal(
    metadata.annotations?.['backstage.io/requested-by'],
    'user:default/somebody',
  );
  await demandExactly(a, { ...READ_ONLY, backups: [...READ, 'create'] });
}

async function operate({ a, names }: CaseContext) {
  const included = await a.namespace();
  const schedule = await a.velero('schedules', {
    schedule: '0 3 1 1 *',
    template: { includedNamespaces: [included] },
  });
  await grantOnTop(a, ['operate']);
  const { portal, reference } = as(a);
  const name = names.of('manual');
  await portal.create(reference('backups'), {
    metadata: { name },
    spec: {
      includedNamespaces: [included],
      storageLocation: a.region.defaultLocation,
    },
  });
  await a.phase('backups', name, 'Completed');
  await portal.patch(reference('schedules', schedule.metadata.name), {
    spec: { paused: true },
  });
  await portal.patch(
    reference('backupstoragelocations', a.region.defaultLocation),
    { status: { lastValidationTime: null } },
  );
  await askServer(a, names.of('status'));
  await portal.create(reference('deletebackuprequests'), {
    metadata: { name: names.of('delete') },
    spec: { backupName: name },
  });
  await a.gone('backups', name);
  await portal.list(reference('deletebackuprequests'));
  await demandExactly(a, {
    ...READ_ONLY,
    backups: [...READ, 'create'],
    deletebackuprequests: ['create', 'get', 'list'],
    schedules: [...READ, 'patch'],
    backupstoragelocations: [...READ, 'patch'],
    serverstatusrequests: ['create', 'get', 'delete'],
  });
}

async function restore({ a, names }: CaseContext) {
  const namespace = await a.namespace({ settings: { colour: 'blue' } });
  const backup = await a.endedBackup({ includedNamespaces: [namespace] });
  await grantOnTop(a, ['restore']);
  const { portal, reference } = as(a);
  const name = names.of('restore');
  const copy = `${namespace}-copy`;
  await portal.create(reference('restores'), {
    metadata: { name },
    spec: {
      backupName: backup.metadata.name,
      namespaceMapping: { [namespace]: copy },
    },
  });
  await a.until('the restore is complete', async () => {
    const { status } = await portal.get(reference('restores', name));
    return status?.phase === 'Completed';
  });
  await a.kube.get({
    resource: 'configmaps',
    namespace: copy,
    name: 'settings',
  });
  await demandExactly(a, {
    ...READ_ONLY,
    restores: ['create', 'get', 'list', 'watch'],
  });
}

async function onboard({ a, names, objectStore }: CaseContext) {
  await grantOnTop(a, ['onboard']);
  const { portal, reference, namespace } = as(a);
  const name = names.of('tenant');
  const { key } = objectStore.credential;
  const { data } = await a.kube.get({
    resource: 'secrets',
    namespace,
    name: objectStore.credential.name,
  });
  const secret = { resource: 'secrets', namespace } as const;
  await portal.create(secret, { metadata: { name }, data });
  await portal.create(reference('backupstoragelocations'), {
    metadata: { name },
    spec: { ...a.locationSpec(name), credential: { name, key } },
  });
  await a.phase('backupstoragelocations', name, 'Available');
  await portal.create(reference('schedules'), {
    metadata: { name },
    spec: { schedule: '0 3 1 1 *', template: { storageLocation: name } },
  });
  await portal.patch(reference('schedules', name), {
    spec: { schedule: '0 4 1 1 *' },
  });
  await portal.patch(reference('backupstoragelocations', name), {
    metadata: { labels: { tenant: name } },
  });
  await portal.remove(reference('schedules', name));
  await portal.remove(reference('backupstoragelocations', name));
  await askServer(a, names.of('status'));
  // Whoever may not read it is not told that there is none.
  const agent = { resource: 'daemonsets', namespace, name: 'none' } as const;
  equal((await refusal(portal.get(agent))).code, 404);
  // A deletion that waits for others answers with the whole object.
  const reading = portal.remove(
    { ...secret, name },
    { propagationPolicy: 'Foreground', dryRun: ['All'] },
  );
  equal((await refusal(reading)).code, 403);
  equal((await refusal(portal.list(secret))).code, 403);
  await demandExactly(
    a,
    {
      ...READ_ONLY,
      daemonsets: ['get'],
      secrets: ['create'],
      serverstatusrequests: ['create', 'get', 'delete'],
      backups: [...READ, 'create'],
      schedules: [...READ, 'create', 'patch', 'delete'],
      backupstoragelocations: [...READ, 'create', 'patch', 'delete'],
    },
    LIST_NETWORK,
  );
}

async function preview({ a }: CaseContext) {
  const namespace = await a.namespace({ settings: {} });
  await grantOnTop(a, ['preview']);
  const { portal } = as(a);
  const { items } = await portal.list({ resource: 'configmaps', namespace });
  deepEqual(items.map(({ metadata }) => metadata.name).sort(), [
    'kube-root-ca.crt',
    'settings',
  ]);
  await portal.list({ resource: 'persistentvolumeclaims', namespace });
  await portal.list({ resource: 'resourcequotas', namespace });
  await portal.list({ resource: 'storageclasses' });
  const secrets = portal.list({ resource: 'secrets', namespace });
  equal((await refusal(secrets)).code, 403);
  await demandExactly(a, READ_ONLY, LIST_PREVIEWED);
}

async function credentials({ a, names }: CaseContext) {
  await grantOnTop(a, ['onboard', 'credentials']);
  const { portal, namespace } = as(a);
  const name = names.of('old');
  const secret = { resource: 'secrets', namespace } as const;
  await portal.create(secret, {
    metadata: { name },
    immutable: true,
    data: { cloud: 'a2V5' },
  });
  // What tells a name that is taken from one that is free, to an account that may read none.
  const again = portal.create(
    secret,
    { metadata: { name }, data: {} },
    { dryRun: 'All' },
  );
  equal((await refusal(again)).code, 409);
  deepEqual(await fieldsOfMarks(a, name), ['apiVersion', 'kind', 'metadata']);
  await portal.remove({ ...secret, name });
  equal((await refusal(portal.list(secret))).code, 403);
  await demandExactly(
    a,
    {
      ...READ_ONLY,
      daemonsets: ['get'],
      secrets: ['create', 'delete'],
      serverstatusrequests: ['create', 'get', 'delete'],
      backups: [...READ, 'create'],
      schedules: [...READ, 'create', 'patch', 'delete'],
      backupstoragelocations: [...READ, 'create', 'patch', 'delete'],
    },
    LIST_NETWORK,
  );
}

const bundles = {
  'read-only': readOnly,
  logs,
  backup: backUp,
  operate,
  restore,
  preview,
  onboard,
  credentials,
};

/** Each alone, as they all grant to the one user who has no rights otherwise. */
export const rights: ContractCase[] = Object.entries(bundles).map(
  ([name, run]) => ({
    id: `rights/${name}`,
    title: `The bundle \`deploy/rbac/${name}\` suffices for what it is for, and allows nothing else`,
    needs: [
      'portalUser',
      'rbac',
      ...(name === 'onboard' ? ['objectStore' as const] : []),
    ],
    exclusive: true,
    run,
  }),
);
