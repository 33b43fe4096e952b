import { equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { logged } from '../fixture/normalise';
import { transcribed } from '../fixture/transcribed';

export const veleroCliRestores: ContractCase[] = [
  {
    title:
      '`velero restore` brings a backup back into another namespace, and lists, describes and deletes the restore',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/restore-life',
      async (terminal, { a, names }) => {
        const namespace = await a.namespace({ settings: { colour: 'blue' } });
        const [backup, target, name] = ['first', 'target', 'back'].map(word =>
          names.of(word),
        );
        await a.endedBackup(
          {
            includedNamespaces: [namespace],
            includedResources: ['configmaps'],
          },
          { name: backup },
        );
        await terminal.velero(
          `restore create ${name} --from-backup ${backup} --namespace-mappings ${namespace}:${target} --wait`,
        );
        const settings = await a.kube.get({
          ...{ resource: 'configmaps', namespace: target, name: 'settings' },
        });
        equal(settings.data?.colour, 'blue');
        await terminal.velero(`restore get ${name}`);
        await terminal.velero(`restore describe ${name}`);
        await terminal.velero(`restore describe ${name} --details`);
        await terminal.velero(`restore logs ${name}`, { comparable: logged });
        await terminal.velero(`backup describe ${backup}`);
        await terminal.velero(`restore delete ${name} --confirm`);
        await a.gone('restores', name);
        await terminal.velero(`restore describe ${name}`);
        await terminal.velero(`restore logs ${name}`);
        await terminal.velero(`restore delete ${name} --confirm`);
      },
    ),
  },
  {
    title:
      'A restore that cannot begin, or ends with errors, is described with the reasons',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/restore-failures',
      async (terminal, { a, names }) => {
        const namespace = await a.namespace({ settings: { colour: 'blue' } });
        const [backup, refused, partly] = ['first', 'refused', 'partly'].map(
          word => names.of(word),
        );
        await a.endedBackup(
          {
            includedNamespaces: [namespace],
            includedResources: ['configmaps'],
            labelSelector: {
              matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }],
            },
          },
          { name: backup },
        );
        await terminal.velero(
          `restore create ${refused} --from-backup ${backup} --include-resources nodes --wait`,
        );
        await terminal.velero(`restore get ${refused}`);
        await terminal.velero(`restore describe ${refused}`);
        await terminal.velero(`restore logs ${refused}`);
        await terminal.velero(
          `restore create ${partly} --from-backup ${backup} --namespace-mappings ${namespace}:Bad_NS --wait`,
        );
        await terminal.velero(`restore get ${partly}`);
        await terminal.velero(`restore describe ${partly} --details`);
        await terminal.velero(
          `restore create ${names.of('none')} --from-schedule ${names.of(
            'nothing',
          )}`,
        );
      },
    ),
  },
];
