import { ContractCase } from '../ContractCase';
import { transcribed } from '../fixture/transcribed';

export const veleroCliSchedules: ContractCase[] = [
  {
    title:
      '`velero schedule` creates, lists, describes, pauses, unpauses and deletes a schedule, and `backup create --from-schedule` takes its template',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/schedule-life',
      async (terminal, { a, names }) => {
        const namespace = await a.namespace();
        const [name, backup] = [names.of('yearly'), names.of('now')];
        await terminal.velero(
          `schedule create ${name} --schedule '0 0 1 1 *' --include-namespaces ${namespace} --ttl 24h --paused`,
        );
        await terminal.velero(`schedule get ${name}`);
        await terminal.velero(`schedule unpause ${name}`);
        await a.phase('schedules', name, 'Enabled');
        await terminal.velero(`schedule get ${name}`);
        await terminal.velero(`schedule describe ${name}`);
        await terminal.velero(
          `backup create ${backup} --from-schedule ${name} --wait`,
        );
        await terminal.velero(`backup describe ${backup}`);
        await terminal.velero(`schedule pause ${name}`);
        await terminal.velero(`schedule pause ${name}`);
        await terminal.velero(`schedule get ${name}`);
        await terminal.velero(
          `schedule unpause ${name} --skip-immediately=true`,
        );
        await terminal.velero(`schedule delete ${name} --confirm`);
        await a.gone('schedules', name);
        await terminal.velero(`schedule describe ${name}`);
        await terminal.velero(`schedule pause ${name}`);
      },
    ),
  },
  {
    title: 'A schedule whose cron is wrong is described with the reason',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/schedule-refused',
      async (terminal, { a, names }) => {
        const name = names.of('wrong');
        await terminal.velero(
          `schedule create ${name} --schedule '99 * * * *'`,
        );
        await a.phase('schedules', name, 'FailedValidation');
        await terminal.velero(`schedule get ${name}`);
        await terminal.velero(`schedule describe ${name}`);
        await terminal.velero(`schedule delete ${name} --confirm`);
      },
    ),
  },
];
