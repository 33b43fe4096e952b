import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ContractTarget } from './ContractTarget';

/** Command line tools that are on this machine, and what follows for cases when they are not. */
export async function findTools(): Promise<
  Pick<ContractTarget, 'tools' | 'lacks'>
> {
  const velero = await find('velero', process.env.VELERO_CONTRACT_VELERO);
  const kubectl = await find('kubectl', process.env.VELERO_CONTRACT_KUBECTL);
  return {
    tools: { velero, kubectl },
    lacks: {
      ...(!velero && { veleroCli: 'There is no `velero` on this machine' }),
      ...(!kubectl && { kubectl: 'There is no `kubectl` on this machine' }),
    },
  };
}

async function find(name: string, known?: string): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [known, ...folders.map(folder => join(folder, name))];
  for (const file of candidates) {
    if (file && (await isExecutable(file))) {
      return file;
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
