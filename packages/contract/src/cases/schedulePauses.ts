import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import {
  LONG_AGO,
  farCron,
  firstRunOf,
  overdueSchedule,
  runsOf,
} from '../fixture/schedules';

/** Longer than from one of the server's looks at all schedules to the next. */
const A_ROUND = 65;

export const schedulePauses: ContractCase[] = [
  {
    id: 'schedule/pause',
    title:
      'A Schedule that is paused keeps its phase and makes no backup, and runs at once when its pause ends and it is due',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: { includedNamespaces: [namespace] },
      });
      const { name } = metadata;
      await a.phase('schedules', name, 'Enabled');
      await a.patch('schedules', name, { spec: { paused: true } });
      // A server that is just at work on it has looked whether it is paused, but not yet whether it is due.
      await a.patience.pass(2);
      await a.patch('schedules', name, { status: { lastBackup: LONG_AGO } });
      await a.patience.pass(A_ROUND);
      const { status } = await a.get('schedules', name);
      deepEqual(status, { phase: 'Enabled', lastBackup: LONG_AGO });
      deepEqual(await runsOf(a, name), []);
      await a.patch('schedules', name, { spec: { paused: false } });
      await a.until(
        `schedule '${name}' runs`,
        async () => (await runsOf(a, name))[0],
        { seconds: 5 },
      );
    },
  },
  {
    id: 'schedule/unpause-before-due',
    title: 'A Schedule that is not due when its pause ends does not run',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        paused: true,
        template: {},
      });
      await a.patch('schedules', metadata.name, { spec: { paused: false } });
      await a.phase('schedules', metadata.name, 'Enabled');
      await a.patience.pass(5);
      deepEqual(await runsOf(a, metadata.name), []);
    },
  },
  {
    id: 'schedule/skip-default',
    title:
      'Velero writes its own default for skipImmediately into a Schedule that says nothing of it',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: {},
      });
      const { spec, status } = await a.phase(
        'schedules',
        metadata.name,
        'Enabled',
      );
      equal(spec?.skipImmediately, false);
      equal(status?.lastSkipped, undefined);
    },
  },
  {
    id: 'schedule/skip',
    title:
      'With skipImmediately a due Schedule does not run: Velero notes the time as skipped and takes the demand back in the spec',
    async run({ a, names }) {
      const name = names.of('skipping');
      const made = await overdueSchedule(
        a,
        { skipImmediately: true, template: {} },
        { name },
      );
      const { spec, status } = await a.phase('schedules', name, 'Enabled');
      equal(spec?.skipImmediately, false);
      const created = Date.parse(made.metadata.creationTimestamp ?? '');
      ok(Date.parse(status?.lastSkipped ?? '') >= created);
      await a.patience.pass(5);
      deepEqual(await runsOf(a, name), []);
    },
  },
  {
    id: 'schedule/unpause-and-skip',
    title:
      'A due Schedule whose pause ends with skipImmediately runs only when it is due again',
    async run({ a, names }) {
      const name = names.of('skipping');
      await overdueSchedule(
        a,
        { schedule: '@every 1m', paused: true, template: { ttl: '1h' } },
        { name },
      );
      await a.patch('schedules', name, {
        spec: { paused: false, skipImmediately: true },
      });
      const { status } = await a.when(
        'schedules',
        name,
        schedule => schedule.status?.lastSkipped !== undefined,
      );
      const run = await firstRunOf(a, name);
      const skipped = Date.parse(status?.lastSkipped ?? '');
      ok(
        Date.parse(run.metadata.creationTimestamp ?? '') >= skipped + 60_000,
        'it ran a minute after it had skipped',
      );
    },
  },
];
