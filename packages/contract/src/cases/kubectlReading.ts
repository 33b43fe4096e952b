import { ContractCase } from '../ContractCase';
import { transcribed } from '../fixture/transcribed';

export const kubectlReading: ContractCase[] = [
  {
    title: '`kubectl` knows the server and what it serves of Velero',
    needs: ['kubectl'],
    ...transcribed('kubectl/discovery', async terminal => {
      await terminal.kubectl('version');
      await terminal.kubectl('api-resources --api-group=velero.io');
      await terminal.kubectl('auth can-i list backups -n velero');
      await terminal.kubectl('get nopes');
    }),
  },
  {
    title: '`kubectl get` prints the columns that each kind declares',
    needs: ['kubectl'],
    ...transcribed('kubectl/columns', async (terminal, { a, names }) => {
      const { defaultLocation } = a.region;
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const backup = names.of('first');
      await a.endedBackup(
        { includedNamespaces: [namespace] },
        { name: backup, labels: { team: 'blue' } },
      );
      await a.velero(
        'schedules',
        { schedule: '0 0 1 1 *', paused: true, template: {} },
        { name: names.of('yearly') },
      );
      await a.endedRestore(
        { backupName: backup, includedResources: ['secrets'] },
        { name: names.of('back') },
      );
      const get = (what: string) => terminal.kubectl(`get -n velero ${what}`);
      await get(`backups ${backup}`);
      await get(`backup ${backup} -o wide --show-labels`);
      await get(`backup/${backup} bsl/${defaultLocation} -o name`);
      await get(`bsl ${defaultLocation}`);
      await get(`schedules ${names.of('yearly')}`);
      await get(`restores.velero.io ${names.of('back')} --no-headers`);
      await get(`backups -l team=${names.of('nobody')}`);
      await get(`backup ${backup} -o jsonpath={.status.phase}`);
      await get(
        `backup ${backup} -o custom-columns=NAME:.metadata.name,KEPT:.spec.ttl`,
      );
      await terminal.kubectl(`get namespace ${namespace}`);
      await terminal.kubectl(`get configmaps,secrets,pods -n ${namespace}`);
      await terminal.kubectl(`get serviceaccounts -n ${namespace}`);
      await terminal.kubectl('get crd backups.velero.io');
    }),
  },
  {
    title: '`kubectl get -o yaml` prints objects as they are stored',
    needs: ['kubectl'],
    ...transcribed('kubectl/yaml', async (terminal, { a, names }) => {
      const name = names.of('yearly');
      await terminal.kubectl('apply -n velero -f -', {
        input: scheduleManifest(name),
      });
      await a.phase('schedules', name, 'Enabled');
      await terminal.kubectl(`get -n velero schedule ${name} -o yaml`);
      await terminal.kubectl(
        `get -n velero schedule ${name} -o yaml --show-managed-fields`,
      );
      await terminal.kubectl(`delete -n velero schedule ${name}`);
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      await terminal.kubectl(`get -n ${namespace} cm settings -o yaml`);
      await terminal.kubectl(`get ns ${namespace} -o yaml`);
      await terminal.kubectl('get -n velero bsl nowhere -o yaml');
    }),
  },
  {
    title: '`kubectl get -w` prints how a backup goes through its phases',
    needs: ['kubectl'],
    ...transcribed('kubectl/watch', async (terminal, { a, names }) => {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const label = names.of('watched');
      const backup = { includedNamespaces: [namespace] };
      const labels = { watched: label };
      // Once it is printed, the watch has begun.
      await a.endedBackup(backup, { name: names.of('before'), labels });
      let made: Promise<unknown> | undefined;
      await terminal.kubectl(
        `get backups -n velero -l watched=${label} -w -o 'jsonpath={.metadata.name} {.status.phase}{"\\n"}'`,
        {
          until: stdout => {
            made ??= stdout.includes('\n')
              ? a.backup(backup, { name: names.of('seen'), labels })
              : undefined;
            return stdout.includes(`${names.of('seen')} Completed`);
          },
          comparable: withoutRepeatedLines,
        },
      );
      await made;
    }),
  },
  {
    title: '`kubectl wait` ends when a backup has the phase',
    needs: ['kubectl'],
    ...transcribed('kubectl/wait', async (terminal, { a, names }) => {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const name = names.of('first');
      await a.backup({ includedNamespaces: [namespace] }, { name });
      await terminal.kubectl(
        `wait -n velero backup/${name} --for=jsonpath={.status.phase}=Completed --timeout=200s`,
      );
      await terminal.kubectl(
        `wait -n velero backup/${name} --for=jsonpath={.status.phase}=Failed --timeout=1s`,
      );
      await terminal.kubectl(
        `wait -n velero backup/${names.of('missing')} --for=delete`,
      );
    }),
  },
  {
    title: "`kubectl explain` prints what fields of Velero's kinds mean",
    needs: ['kubectl'],
    ...transcribed('kubectl/explain', async terminal => {
      await terminal.kubectl('explain backup.spec.ttl');
      await terminal.kubectl('explain bsl.spec.accessMode');
      await terminal.kubectl('explain schedule.spec');
      await terminal.kubectl('explain restore.spec --recursive');
      await terminal.kubectl('explain backup.spec.nope');
    }),
  },
];

function scheduleManifest(name: string): string {
  return [
    'apiVersion: velero.io/v1',
    'kind: Schedule',
    `metadata: { name: ${name}, labels: { team: blue } }`,
    'spec:',
    '  schedule: 0 0 1 1 *',
    '  template: { ttl: 24h, includedNamespaces: [blue] }',
    '',
  ].join('\n');
}

/** A running backup tells of its progress as often as there is time for. */
function withoutRepeatedLines(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line, at) => line !== lines[at - 1]).join('\n');
}
