import { gunzipSync, gzipSync } from 'node:zlib';
import { isRecord, KubernetesObject } from '../../api/KubernetesObject';
import { readTar, TarEntry, writeTar } from '../../archive/tar';
import { BackupItem, resourceOf } from './BackupItem';

const FORMAT_VERSION = '1.1.0';
const ITEM_PATH =
  /^resources\/([^/]+)\/(?:cluster|namespaces\/([^/]+))\/([^/]+)\.json$/;

/** An object as an archive holds it. */
export interface ArchivedItem {
  /** Its resource with the group, as Velero names folders: `deployments.apps`. */
  resource: string;
  namespace?: string;
  name: string;
  object: KubernetesObject;
}

/** Packs items as Velero does: each twice, the second time under its version. */
export function packItems(items: BackupItem[], modified: Date): Buffer {
  const version = { path: 'metadata/version', content: `${FORMAT_VERSION}\n` };
  const files = items.flatMap(item => {
    const content = JSON.stringify(item.object);
    return ['', `/${item.type.version}-preferredversion`].map(folder => ({
      path: itemPath(item, folder),
      content,
    }));
  });
  const entries: TarEntry[] = [version, ...files].map(({ path, content }) => ({
    path,
    content: Buffer.from(content),
  }));
  return gzipSync(writeTar(entries, modified));
}

/** Unpacks the items of an archive; undefined when there is no folder for them, as in that of an empty backup. */
export function unpackItems(archive: Buffer): ArchivedItem[] | undefined {
  const entries = readTar(gunzipSync(archive));
  const resources = entries.filter(({ path }) => path.startsWith('resources/'));
  return resources.length === 0
    ? undefined
    : resources.flatMap(entry => unpackItem(entry) ?? []);
}

function unpackItem({ path, content }: TarEntry): ArchivedItem | undefined {
  const match = ITEM_PATH.exec(path);
  const object: unknown = match && JSON.parse(content.toString());
  if (!match || !isRecord(object)) {
    return undefined;
  }
  const [, resource, namespace, name] = match;
  return { resource, namespace, name, object: object as KubernetesObject };
}

function itemPath(item: BackupItem, folder: string): string {
  const { namespace, name } = item.object.metadata;
  const scope = namespace ? `namespaces/${namespace}` : 'cluster';
  return `resources/${resourceOf(item)}${folder}/${scope}/${name}.json`;
}
