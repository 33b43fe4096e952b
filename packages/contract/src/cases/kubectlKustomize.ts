import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { cp, writeFile } from 'node:fs/promises';
import { ContractCase } from '../ContractCase';
import { Names } from '../fixture/Names';
import { Terminal } from '../fixture/Terminal';
import { transcribed } from '../fixture/transcribed';

export const kubectlKustomize: ContractCase[] = [
  {
    title:
      '`kubectl apply -k` makes what a bundle of rights consists of, and `auth can-i` tells what follows from it',
    needs: ['kubectl', 'rbac'],
    ...transcribed('kubectl/kustomize', async (terminal, { names }) => {
      await copyBundle(terminal, names);
      await terminal.kubectl('apply -k .');
      await terminal.kubectl('apply -k .');
      const role = `${names.prefix}-velero-portal-read-only`;
      await terminal.kubectl(`get clusterrole ${role} -o yaml`);
      await terminal.kubectl(`get clusterrolebinding ${role} -o wide`);
      const account = `system:serviceaccount:velero:${names.prefix}-velero-portal`;
      const ask = (what: string) =>
        terminal.kubectl(`auth can-i ${what} --as ${account}`);
      await ask('list backups -n velero');
      await ask('watch namespaces');
      await ask('create backups -n velero');
      await ask('get secrets -n velero');
      await terminal.kubectl(`get secrets -n velero --as ${account}`);
      await terminal.kubectl('delete -k .');
      await ask('list backups -n velero');
    }),
  },
];

/** The bundle under names of the case's own. */
async function copyBundle(terminal: Terminal, { prefix }: Names) {
  const root = resolvePackagePath('velero-contract', '../..');
  await cp(`${root}/deploy/rbac/read-only`, terminal.file('read-only'), {
    recursive: true,
  });
  const overlay = `namePrefix: ${prefix}-\nresources: [read-only]\n`;
  await writeFile(terminal.file('kustomization.yaml'), overlay);
}
