import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { KubernetesObject } from '../kubernetes/objects';
import { RegionFixture } from '../fixture/RegionFixture';
import { Names } from '../fixture/Names';
import { farCron, firstRunOf, overdueSchedule } from '../fixture/schedules';

interface Parent {
  a: RegionFixture;
  names: Names;
  metadata?: Record<string, unknown>;
  template?: Record<string, unknown>;
  useOwnerReferencesInBackup?: boolean;
}

/** A backup that a schedule has made, as it was soon afterwards. */
async function childOf({ a, names, metadata, template, ...spec }: Parent) {
  const namespace = await a.namespace();
  const name = names.of('parent');
  const schedule = await overdueSchedule(
    a,
    { ...spec, template: { includedNamespaces: [namespace], ...template } },
    { ...metadata, name },
  );
  const backup = await firstRunOf(a, name);
  return { schedule, backup, namespace };
}

/** Its labels but the one that each backup gets when it begins. */
function inherited({ metadata }: KubernetesObject) {
  const { 'velero.io/storage-location': _, ...labels } = metadata.labels ?? {};
  return labels;
}

export const scheduleHeritage: ContractCase[] = [
  {
    id: 'schedule/labels-flow',
    title: 'All labels of a Schedule go into its backups',
    async run({ a, names }) {
      const { backup, schedule } = await childOf({
        a,
        names,
        metadata: { labels: { team: 'a', 'app.kubernetes.io/instance': 'x' } },
      });
      deepEqual(inherited(backup), {
        team: 'a',
        'app.kubernetes.io/instance': 'x',
        'velero.io/schedule-name': schedule.metadata.name,
      });
    },
  },
  {
    id: 'schedule/template-labels',
    title:
      'Labels in a Schedule’s template go into its backups instead of the Schedule’s own',
    async run({ a, names }) {
      const { backup, schedule } = await childOf({
        a,
        names,
        metadata: { labels: { team: 'a' } },
        template: { metadata: { labels: { tier: 'gold' } } },
      });
      deepEqual(inherited(backup), {
        tier: 'gold',
        'velero.io/schedule-name': schedule.metadata.name,
      });
    },
  },
  {
    id: 'schedule/annotations-flow',
    title:
      'All annotations of a Schedule go into its backups, also those of other tools',
    async run({ a, names }) {
      const tracking = 'argocd.argoproj.io/tracking-id';
      const { backup } = await childOf({
        a,
        names,
        metadata: { annotations: { [tracking]: 'shop:x', note: 'mine' } },
      });
      const { annotations = {} } = backup.metadata;
      equal(annotations[tracking], 'shop:x');
      equal(annotations.note, 'mine');
    },
  },
  {
    id: 'schedule/template-flows',
    title: 'The template of a Schedule is the spec of its backups',
    async run({ a, names }) {
      const { backup, namespace } = await childOf({
        a,
        names,
        template: { ttl: '48h0m0s', excludedResources: ['secrets'] },
      });
      deepEqual(backup.spec?.includedNamespaces, [namespace]);
      equal(backup.spec?.ttl, '48h0m0s');
      equal(
        (backup.spec?.excludedResources as string[]).includes('secrets'),
        true,
      );
      deepEqual(backup.metadata.ownerReferences, undefined);
    },
  },
  {
    id: 'schedule/owner',
    title:
      'With useOwnerReferencesInBackup the Schedule owns its backups: they go with it, and synchronisation brings them back without an owner',
    async run({ a, names }) {
      const { backup, schedule } = await childOf({
        a,
        names,
        useOwnerReferencesInBackup: true,
      });
      const { name, uid } = schedule.metadata;
      deepEqual(backup.metadata.ownerReferences, [
        {
          apiVersion: 'velero.io/v1',
          kind: 'Schedule',
          name,
          uid,
          controller: true,
        },
      ]);
      await a.ended('backups', backup.metadata.name);
      await a.remove('schedules', name);
      const back = await a.when(
        'backups',
        backup.metadata.name,
        ({ metadata }) => metadata.uid !== backup.metadata.uid,
        { seconds: 240 },
      );
      equal(back.metadata.ownerReferences, undefined);
      equal(back.status?.phase, 'Completed');
    },
  },
  {
    id: 'schedule/by-hand',
    title:
      'A backup that is made by hand with the label of a Schedule does not move the Schedule’s next run',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('parent');
      await a.velero(
        'schedules',
        { schedule: farCron(), template: {} },
        { name },
      );
      await a.phase('schedules', name, 'Enabled');
      await a.endedBackup(
        { includedNamespaces: [namespace] },
        { labels: { 'velero.io/schedule-name': name } },
      );
      const { status } = await a.get('schedules', name);
      equal(status?.lastBackup, undefined);
    },
  },
];
