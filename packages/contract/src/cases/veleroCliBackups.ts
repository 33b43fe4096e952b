import { equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { ContractCase } from '../ContractCase';
import { logged } from '../fixture/normalise';
import { readTar } from '../fixture/readTar';
import { transcribed } from '../fixture/transcribed';

export const veleroCliBackups: ContractCase[] = [
  {
    title:
      '`velero version` names the versions of the client and of the server',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/version', async terminal => {
      await terminal.velero('version');
    }),
  },
  {
    title: '`velero plugin get` lists what the server has plugged in',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/plugins', async terminal => {
      await terminal.velero('plugin get');
    }),
  },
  {
    title:
      '`velero backup` creates, lists, describes, downloads and deletes a backup',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/backup-life', async (terminal, { a, names }) => {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const name = names.of('first');
      await terminal.velero(
        `backup create ${name} --include-namespaces ${namespace} --labels team=blue --ttl 24h --wait`,
      );
      await terminal.velero(`backup get ${name}`);
      await terminal.velero(`backup describe ${name}`);
      await terminal.velero(`backup describe ${name} --details`);
      await terminal.velero(`backup describe ${name} --details -o json`);
      await terminal.velero(`backup download ${name} -o first.tar.gz`);
      const archive = gunzipSync(await readFile(terminal.file('first.tar.gz')));
      const path = `resources/configmaps/namespaces/${namespace}/settings.json`;
      equal(JSON.parse(String(readTar(archive).get(path))).data.colour, 'blue');
      await terminal.velero(`backup create ${name}`);
      await terminal.velero(`backup delete ${name} --confirm`);
      await a.gone('backups', name);
      await terminal.velero(`backup get ${name}`);
    }),
  },
  {
    title: '`velero backup get -o yaml` prints the object as it is stored',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/backup-yaml', async (terminal, { a, names }) => {
      const namespace = await a.namespace();
      const name = names.of('first');
      await terminal.velero(
        `backup create ${name} --include-namespaces ${namespace} --wait`,
      );
      await terminal.velero(`backup get ${name} -o yaml`, {
        comparable: withoutManagedFields,
      });
    }),
  },
  {
    title: '`velero backup logs` prints what Velero did for a backup',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/backup-logs', async (terminal, { a, names }) => {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const name = names.of('first');
      await terminal.velero(
        `backup create ${name} --include-namespaces ${namespace} --wait`,
      );
      await terminal.velero(`backup logs ${name}`, { comparable: logged });
    }),
  },
  {
    title:
      'A backup of a namespace that does not exist is PartiallyFailed, and `velero` prints why',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/backup-missing-namespace',
      async (terminal, { names }) => {
        const name = names.of('first');
        await terminal.velero(
          `backup create ${name} --include-namespaces ${names.of(
            'nowhere',
          )} --wait`,
        );
        await terminal.velero(`backup get ${name}`);
        await terminal.velero(`backup describe ${name}`);
        await terminal.velero(`backup logs ${name}`, { comparable: logged });
      },
    ),
  },
  {
    title: '`velero backup create` understands all ways to choose what is kept',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/backup-filters',
      async (terminal, { a, names }) => {
        const namespace = await a.namespace({ settings: { colour: 'blue' } });
        const selected = names.of('selected');
        await terminal.velero(
          `backup create ${selected} --include-namespaces ${namespace} --include-resources configmaps --selector team=none --wait`,
        );
        await terminal.velero(`backup describe ${selected} --details`);
        const scoped = names.of('scoped');
        await terminal.velero(
          `backup create ${scoped} --include-namespaces ${namespace} --or-selector 'team=none or team=other' --exclude-namespace-scoped-resources secrets --snapshot-volumes=false --wait`,
        );
        await terminal.velero(`backup describe ${scoped}`);
      },
    ),
  },
  {
    title: 'A backup that Velero refuses is described with the reason',
    needs: ['veleroCli'],
    ...transcribed(
      'velero-cli/backup-refused',
      async (terminal, { a, names }) => {
        const { metadata } = await a.endedBackup(
          {
            includedNamespaces: [names.of('ns')],
            excludedNamespaces: [names.of('ns')],
            labelSelector: { matchLabels: { team: 'blue' } },
            orLabelSelectors: [{ matchLabels: { team: 'red' } }],
          },
          { name: names.of('refused') },
        );
        await terminal.velero(`backup get ${metadata.name}`);
        await terminal.velero(`backup describe ${metadata.name}`);
        await terminal.velero(`backup logs ${metadata.name}`);
      },
    ),
  },
  {
    title: '`velero` says which backup it does not find',
    needs: ['veleroCli'],
    ...transcribed('velero-cli/backup-missing', async (terminal, { names }) => {
      const missing = names.of('missing');
      await terminal.velero(`backup get ${missing}`);
      await terminal.velero(`backup describe ${missing}`);
      await terminal.velero(`backup logs ${missing}`);
      await terminal.velero(`backup download ${missing}`);
      await terminal.velero(`backup delete ${missing} --confirm`);
      await terminal.velero(
        `backup create ${names.of('other')} --storage-location ${missing}`,
      );
      await terminal.velero(
        `backup create ${names.of('other')} --from-schedule ${missing}`,
      );
      await terminal.velero(
        `restore create ${names.of('back')} --from-backup ${missing}`,
      );
    }),
  },
];

/** Who wrote which field and when is told by `kubectl get --show-managed-fields` in a case of its own. */
function withoutManagedFields(yaml: string): string {
  return yaml.replace(/^ {2}managedFields:\n( {2}[- ].*\n)*/m, '');
}
