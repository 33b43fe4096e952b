import { ContractCase } from '../ContractCase';
import { transcribed } from '../fixture/transcribed';

export const kubectlWriting: ContractCase[] = [
  {
    title: '`kubectl apply` creates, changes and leaves alone',
    needs: ['kubectl'],
    ...transcribed('kubectl/apply', async (terminal, { names }) => {
      const name = names.of('yearly');
      const apply = (ttl: string) =>
        terminal.kubectl('apply -n velero -f -', {
          input: schedule(name, [`ttl: ${ttl}`]),
        });
      const show = () =>
        terminal.kubectl(
          `get -n velero schedule ${name} -o jsonpath={.spec.template}`,
        );
      await apply('24h');
      await apply('24h');
      await apply('48h');
      await show();
      await terminal.kubectl('apply -n velero -f -', {
        input: schedule(name, ['includedNamespaces: [blue]']),
      });
      await show();
      await terminal.kubectl('delete -n velero -f -', {
        input: schedule(name, []),
      });
      await terminal.kubectl('delete -n velero -f -', {
        input: schedule(name, []),
      });
    }),
  },
  {
    title:
      '`kubectl apply --server-side` names the other manager when two want the same field',
    needs: ['kubectl'],
    ...transcribed('kubectl/server-side-apply', async (terminal, { names }) => {
      const name = names.of('yearly');
      const apply = (manager: string, ttl: string, more = '') =>
        terminal.kubectl(
          `apply -n velero --server-side --field-manager=${manager}${more} -f -`,
          { input: schedule(name, [`ttl: ${ttl}`]) },
        );
      await apply('blue', '24h');
      await apply('blue', '24h');
      await apply('red', '24h');
      await apply('red', '48h');
      await apply('red', '48h', ' --force-conflicts');
      await terminal.kubectl(
        `get -n velero schedule ${name} -o yaml --show-managed-fields`,
      );
      await terminal.kubectl(`delete -n velero schedule ${name}`);
    }),
  },
  {
    title: '`kubectl` changes single fields, labels and annotations',
    needs: ['kubectl'],
    ...transcribed('kubectl/change', async (terminal, { a, names }) => {
      const name = names.of('yearly');
      await a.velero(
        'schedules',
        { schedule: '0 0 1 1 *', paused: true, template: { ttl: '24h' } },
        { name },
      );
      const change = (verb: string, how: string) =>
        terminal.kubectl(`${verb} -n velero schedule ${name} ${how}`);
      await change('label', 'team=blue');
      await change('label', 'team=red');
      await change('label', 'team=red --overwrite');
      await change('annotate', 'velero.io/note=kept');
      await change('annotate', 'velero.io/note-');
      await change('label', 'team-');
      await change(
        'patch',
        `--type merge -p '{"spec":{"template":{"ttl":"48h"}}}'`,
      );
      await change(
        'patch',
        `--type json -p '[{"op":"replace","path":"/spec/schedule","value":"0 0 2 1 *"}]'`,
      );
      await change('patch', `-p '{"spec":{"paused":false}}'`);
      await change('patch', `--type merge -p '{"spec":{"paused":"no"}}'`);
      await terminal.kubectl(`edit -n velero schedule ${name}`, {
        env: { KUBE_EDITOR: 'sed -i s/48h/72h/' },
      });
      await terminal.kubectl(`edit -n velero schedule ${name}`, {
        env: { KUBE_EDITOR: 'true' },
      });
      await change('get', '-o jsonpath={.spec}');
      await change('delete', '');
      await change('delete', '');
      await change('delete', '--ignore-not-found');
      await change('label', 'team=blue');
    }),
  },
  {
    title: '`kubectl` prints which fields of an object are wrong',
    needs: ['kubectl'],
    ...transcribed('kubectl/invalid', async (terminal, { a, names }) => {
      const name = names.of('wrong');
      const apply = (kind: string, ...spec: string[]) =>
        terminal.kubectl('apply -n velero -f -', {
          input: manifest(kind, name, spec),
        });
      await apply(
        'BackupStorageLocation',
        'provider: aws',
        'accessMode: WriteOnly',
        'objectStorage: { bucket: a }',
      );
      await apply(
        'BackupStorageLocation',
        'provider: aws',
        'objectStorage: { prefix: a }',
      );
      await apply(
        'BackupStorageLocation',
        'provider: aws',
        'bucket: a',
        'objectStorage: { bucket: a }',
      );
      await apply('Restore', 'backupName: [a]');
      await apply('Schedule', 'schedule: 0 0 1 1 *');
      await apply('Backups', 'ttl: 24h');
      await terminal.kubectl('create -n velero -f -', {
        input: manifest('Backup', 'Wrong_Name', ['ttl: 24h']),
      });
      await terminal.kubectl('create -n velero --validate=warn -f -', {
        input: manifest('Schedule', name, [
          'paused: true',
          'schedule: 0 0 1 1 *',
          'template: { includeNamespaces: [a] }',
        ]),
      });
      await terminal.kubectl('create -n velero -f -', {
        input: manifest('Schedule', name, [
          'schedule: 0 0 1 1 *',
          'template: {}',
        ]),
      });
      await a.remove('schedules', name);
      await terminal.kubectl(`create -n ${names.of('nowhere')} -f -`, {
        input: manifest('Backup', name, ['ttl: 24h']),
      });
    }),
  },
  {
    title: '`kubectl` makes, changes and removes what is not of Velero',
    needs: ['kubectl'],
    ...transcribed('kubectl/built-in', async (terminal, { names }) => {
      const namespace = names.of('ns');
      const inside = (command: string) =>
        terminal.kubectl(`-n ${namespace} ${command}`);
      await terminal.kubectl(`create namespace ${namespace}`);
      await terminal.kubectl(`create namespace ${namespace}`);
      await terminal.kubectl(
        `annotate namespace ${namespace} backstage.io/owner=team-blue`,
      );
      await inside('create configmap settings --from-literal=colour=blue');
      await inside(
        `patch configmap settings -p '{"data":{"size":"small","colour":null}}'`,
      );
      await inside('get configmap settings -o jsonpath={.data}');
      await inside('create secret generic key --from-literal=password=p');
      await inside('get secret key');
      await inside('create secret generic key --from-literal=password=q');
      await inside('delete secret key');
      await terminal.kubectl(`delete namespace ${namespace}`);
      await terminal.kubectl(`get namespace ${namespace}`);
    }),
  },
];

function schedule(name: string, template: string[]): string {
  return manifest('Schedule', name, [
    'paused: true',
    'schedule: 0 0 1 1 *',
    `template: { ${template.join(', ')} }`,
  ]);
}

function manifest(kind: string, name: string, spec: string[]): string {
  return [
    'apiVersion: velero.io/v1',
    `kind: ${kind}`,
    `metadata: { name: ${name} }`,
    ...(spec.length > 0 ? ['spec:'] : []),
    ...spec.map(line => `  ${line}`),
    '',
  ].join('\n');
}
