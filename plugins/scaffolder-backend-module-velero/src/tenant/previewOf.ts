import { codeBlock, ManifestFile } from 'backstage-plugin-velero-common';

/** Files as Markdown, to be shown as an output of a template. */
export function previewOf(manifests: ManifestFile[]): string {
  return manifests
    .map(
      ({ path, content }) =>
        `#### ${path}\n\n${codeBlock(languageOf(path), content)}`,
    )
    .join('\n\n');
}

function languageOf(path: string): string {
  return /\.ya?ml$/.test(path) ? 'yaml' : 'text';
}
