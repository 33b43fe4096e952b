import { ContractCase } from '../ContractCase';
import { transcribed } from '../fixture/transcribed';

export const veleroCliLocations: ContractCase[] = [
  {
    title:
      '`velero backup-location` creates, lists, changes and deletes a location',
    needs: ['veleroCli', 'objectStore'],
    ...transcribed(
      'velero-cli/location-life',
      async (terminal, { a, names, objectStore }) => {
        const name = names.of('place');
        const { bucket, provider, config, credential } = objectStore;
        const settings = ['region', 's3ForcePathStyle', 's3Url'].map(
          key => `${key}=${config[key]}`,
        );
        await terminal.velero(
          `backup-location create ${name} --provider ${provider} --bucket ${bucket} --prefix ${name} --config ${settings} --credential ${credential.name}=${credential.key} --access-mode ReadOnly --labels team=blue`,
        );
        await a.phase('backupstoragelocations', name, 'Available');
        await terminal.velero(`backup-location get ${name}`);
        await terminal.velero(
          `backup create ${names.of(
            'first',
          )} --storage-location ${name} --wait`,
        );
        await terminal.velero(`backup describe ${names.of('first')}`);
        await terminal.velero(
          `backup-location set ${name} --credential nowhere=cloud`,
        );
        await a.phase('backupstoragelocations', name, 'Unavailable');
        await terminal.velero(`backup-location get ${name}`);
        await terminal.velero(`backup-location delete ${name} --confirm`);
        await a.gone('backupstoragelocations', name);
        await terminal.velero(`backup-location get ${name}`);
        await terminal.velero(`backup-location delete ${name} --confirm`);
      },
    ),
  },
  {
    title:
      '`velero backup-location set --default` wants the location that was the default to be unset first',
    needs: ['veleroCli', 'objectStore'],
    exclusive: true,
    ...transcribed('velero-cli/location-default', async (terminal, { a }) => {
      const { defaultLocation } = a.region;
      const { metadata } = await a.availableLocation();
      const show = () =>
        terminal.velero(
          `backup-location get ${defaultLocation} ${metadata.name}`,
        );
      const set = (name: string, isDefault: boolean) =>
        terminal.velero(`backup-location set ${name} --default=${isDefault}`);
      await set(metadata.name, true);
      await set(defaultLocation, false);
      await set(metadata.name, true);
      await show();
      await set(metadata.name, false);
      await set(defaultLocation, true);
      await show();
    }),
  },
];
