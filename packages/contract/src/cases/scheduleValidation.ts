import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { farCron } from '../fixture/schedules';

const VALID = [
  '0 4 * * *',
  '*/15 0-6 1,15 * 1-5',
  '0 4 * * SUN',
  '@daily',
  '@every 6h',
  'CRON_TZ=Europe/Berlin 0 4 * * *',
  'TZ=UTC 0 4 * * *',
];

const INVALID = [
  {
    id: 'out-of-range',
    expression: '99 * * * *',
    says: 'invalid schedule: end of range (99) above maximum (59): "99"',
  },
  {
    id: 'seconds',
    expression: '* * * * * *',
    says: 'invalid schedule: expected exactly 5 fields, found 6: [* * * * * *]',
  },
  {
    id: 'empty',
    expression: '',
    says: 'Schedule must be a non-empty valid Cron expression',
  },
  {
    id: 'blank',
    expression: '  ',
    says: 'invalid schedule: expected exactly 5 fields, found 0: []',
  },
  {
    id: 'words',
    expression: 'every day at 4',
    says: 'invalid schedule: expected exactly 5 fields, found 4: [every day at 4]',
  },
  {
    id: 'letters',
    expression: 'x * * * *',
    says: 'invalid schedule: failed to parse int from "x": strconv.Atoi: parsing "x": invalid syntax',
  },
  {
    id: 'descriptor',
    expression: '@often',
    says: 'invalid schedule: unrecognized descriptor: "@often"',
  },
  {
    id: 'duration',
    expression: '@every 5',
    says: 'invalid schedule: failed to parse duration "@every 5": time: missing unit in duration "5"',
  },
  {
    id: 'zone',
    expression: 'CRON_TZ=Nowhere/City 0 4 * * *',
    says: 'invalid schedule: unknown time zone "Nowhere/City": unknown time zone Nowhere/City',
  },
];

const invalidExpressions = INVALID.map(
  ({ id, expression, says }): ContractCase => {
    return {
      id: `schedule/invalid-${id}`,
      title: `A Schedule with the cron expression '${expression}' ends FailedValidation and says why`,
      async run({ a }) {
        const { metadata } = await a.velero('schedules', {
          schedule: expression,
          template: {},
        });
        const { status } = await a.phase(
          'schedules',
          metadata.name,
          'FailedValidation',
        );
        deepEqual(status?.validationErrors, [says]);
      },
    };
  },
);

export const scheduleValidation: ContractCase[] = [
  {
    id: 'schedule/valid',
    title:
      'Cron expressions, their words, intervals and time zones make a Schedule Enabled',
    async run({ a }) {
      for (const schedule of VALID) {
        const { metadata } = await a.velero('schedules', {
          schedule,
          paused: false,
          template: { includedNamespaces: ['none'] },
        });
        const { status } = await a.phase('schedules', metadata.name, 'Enabled');
        equal(status?.validationErrors, undefined, schedule);
      }
    },
  },
  ...invalidExpressions,
  {
    id: 'schedule/mended',
    title: 'A Schedule whose wrong cron expression is mended becomes Enabled',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: '99 * * * *',
        template: {},
      });
      await a.phase('schedules', metadata.name, 'FailedValidation');
      await a.patch('schedules', metadata.name, {
        spec: { schedule: farCron() },
      });
      const { status } = await a.phase('schedules', metadata.name, 'Enabled');
      equal(status?.validationErrors, undefined);
    },
  },
  {
    id: 'schedule/still-wrong',
    title:
      'A wrong cron expression that is replaced by another wrong one changes the message',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: '99 * * * *',
        template: {},
      });
      await a.phase('schedules', metadata.name, 'FailedValidation');
      await a.patch('schedules', metadata.name, {
        spec: { schedule: '@often' },
      });
      await a.when('schedules', metadata.name, ({ status }) =>
        String(status?.validationErrors).includes('@often'),
      );
    },
  },
  {
    id: 'schedule/broken',
    title: 'An Enabled Schedule that gets a wrong cron expression fails',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: {},
      });
      await a.phase('schedules', metadata.name, 'Enabled');
      await a.patch('schedules', metadata.name, {
        spec: { schedule: '@often' },
      });
      await a.phase('schedules', metadata.name, 'FailedValidation');
    },
  },
  {
    id: 'schedule/template-unchecked',
    title:
      'A Schedule is Enabled although each of its backups will fail validation',
    async run({ a, names }) {
      const { metadata } = await a.velero('schedules', {
        schedule: farCron(),
        template: {
          storageLocation: names.of('nowhere'),
          labelSelector: { matchLabels: { app: 'shop' } },
          orLabelSelectors: [{ matchLabels: { app: 'shop' } }],
        },
      });
      await a.phase('schedules', metadata.name, 'Enabled');
    },
  },
  {
    id: 'schedule/paused-unchecked',
    title:
      'A Schedule that is made paused is not validated, however wrong it is, until it is no longer paused',
    async run({ a }) {
      const { metadata } = await a.velero('schedules', {
        schedule: '99 * * * *',
        paused: true,
        template: {},
      });
      await a.patience.pass(65);
      const paused = await a.get('schedules', metadata.name);
      equal(paused.status?.phase, undefined);
      await a.patch('schedules', metadata.name, { spec: { paused: false } });
      await a.phase('schedules', metadata.name, 'FailedValidation');
    },
  },
];
