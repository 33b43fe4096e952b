import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import {
  farCron,
  firstRunOf,
  overdueSchedule,
  runsOf,
  stampOf,
} from '../fixture/schedules';

/** Longer than from one of the server's looks at all schedules to the next. */
const A_ROUND = 65;

const MINUTE_MILLIS = 60_000;

export const schedules: ContractCase[] = [
  {
    id: 'schedule/not-before-due',
    title: 'A new Schedule makes no backup before it is due',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: {},
      });
      await a.phase('schedules', metadata.name, 'Enabled');
      await a.patience.pass(A_ROUND);
      const { status } = await a.get('schedules', metadata.name);
      deepEqual(status, { phase: 'Enabled' });
      deepEqual(await runsOf(a, metadata.name), []);
    },
  },
  {
    id: 'schedule/interval',
    title:
      'A Schedule of each minute first runs more than a minute after its creation, and its backup is named after the time that it notes as its last run',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata } = await a.velero('schedules', {
        schedule: '@every 1m',
        template: { includedNamespaces: [namespace] },
      });
      const run = await firstRunOf(a, metadata.name);
      const { status } = await a.when(
        'schedules',
        metadata.name,
        schedule => schedule.status?.lastBackup !== undefined,
      );
      const { lastBackup = '' } = status ?? {};
      equal(run.metadata.name, `${metadata.name}-${stampOf(lastBackup)}`);
      const age =
        Date.parse(lastBackup) - Date.parse(metadata.creationTimestamp ?? '');
      ok(age >= MINUTE_MILLIS, `it ran after ${age} ms`);
    },
  },
  {
    id: 'schedule/one-run-for-many-missed',
    title: 'A Schedule that has missed many runs makes one backup at once',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('late');
      await overdueSchedule(
        a,
        {
          schedule: '@every 1h',
          template: { includedNamespaces: [namespace] },
        },
        { name },
      );
      await firstRunOf(a, name);
      await a.patience.pass(5);
      equal((await runsOf(a, name)).length, 1);
    },
  },
  {
    id: 'schedule/impossible-date',
    title:
      'A Schedule for a date that no year has is not refused, but due whenever Velero looks at it',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('never');
      await a.velero(
        'schedules',
        {
          schedule: '0 0 31 2 *',
          template: { includedNamespaces: [namespace] },
        },
        { name },
      );
      await a.until(
        `schedule '${name}' runs twice`,
        async () => (await runsOf(a, name)).length > 1,
      );
    },
  },
  {
    id: 'schedule/edited',
    title:
      'A Schedule that becomes due by another cron expression runs at once',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: { includedNamespaces: [namespace] },
      });
      const { name, creationTimestamp = '' } = metadata;
      await a.phase('schedules', name, 'Enabled');
      const before = Date.parse(creationTimestamp) - 60 * MINUTE_MILLIS;
      await a.patch('schedules', name, {
        status: { lastBackup: new Date(before).toISOString() },
      });
      await a.patch('schedules', name, { spec: { schedule: '@every 30m' } });
      await firstRunOf(a, name);
      const { status } = await a.when(
        'schedules',
        name,
        schedule => Date.parse(schedule.status?.lastBackup ?? '') > before,
      );
      equal(status?.phase, 'Enabled');
    },
  },
  {
    id: 'schedule/failing-template',
    title:
      'A Schedule stays Enabled and notes a run when its backup fails validation',
    async run({ a, names }) {
      const name = names.of('wrong');
      await overdueSchedule(
        a,
        { template: { storageLocation: names.of('nowhere') } },
        { name },
      );
      const run = await firstRunOf(a, name);
      const backup = await a.ended('backups', run.metadata.name);
      equal(backup.status?.phase, 'FailedValidation');
      const { status } = await a.get('schedules', name);
      equal(status?.phase, 'Enabled');
      equal(
        stampOf(status?.lastBackup),
        run.metadata.name.slice(name.length + 1),
      );
    },
  },
  {
    id: 'schedule/deleted',
    title: 'Deleting a Schedule keeps its backups',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('gone');
      await overdueSchedule(
        a,
        { template: { includedNamespaces: [namespace] } },
        { name },
      );
      const { metadata } = await firstRunOf(a, name);
      await a.remove('schedules', name);
      await a.patience.pass(10);
      const left = await a.get('backups', metadata.name);
      equal(left.metadata.uid, metadata.uid);
    },
  },
  {
    id: 'schedule/name-of-63',
    title:
      'A Schedule whose name has 63 characters makes backups, although their names are longer',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('x'.repeat(62 - names.prefix.length));
      equal(name.length, 63);
      await overdueSchedule(
        a,
        { template: { includedNamespaces: [namespace] } },
        { name },
      );
      const run = await firstRunOf(a, name);
      equal(run.metadata.name.length, 78);
      const { status } = await a.ended('backups', run.metadata.name);
      equal(status?.phase, 'Completed');
    },
  },
  {
    id: 'schedule/name-of-64',
    title:
      'A Schedule whose name has 64 characters is Enabled, but never makes a backup',
    async run({ a, names }) {
      const name = names.of('x'.repeat(63 - names.prefix.length));
      equal(name.length, 64);
      const { status } = await overdueSchedule(a, { template: {} }, { name });
      await a.phase('schedules', name, 'Enabled');
      await a.patience.pass(5);
      const schedule = await a.get('schedules', name);
      equal(schedule.status?.phase, 'Enabled');
      equal(schedule.status?.lastBackup, status?.lastBackup);
      deepEqual(await runsOf(a, name), []);
    },
  },
];
