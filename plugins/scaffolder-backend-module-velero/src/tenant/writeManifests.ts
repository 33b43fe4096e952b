import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ManifestFile } from 'backstage-plugin-velero-common';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes files into a folder of a workspace, and gives their paths in the workspace. None may lead out of the folder. */
export async function writeManifests(options: {
  manifests: ManifestFile[];
  folder: string;
  workspace: string;
}): Promise<string[]> {
  const { manifests, folder, workspace } = options;
  await mkdir(folder, { recursive: true });
  const targets = manifests.map(({ path: name, content }) => ({
    target: resolveSafeChildPath(folder, name),
    content,
  }));
  for (const { target, content } of targets) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return targets.map(({ target }) => path.relative(workspace, target));
}
