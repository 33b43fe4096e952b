import { ServedKind } from 'backstage-plugin-velero-common';
import { ClusterKinds } from '../ClusterConnection';
import { ClusterError } from '../ClusterError';
import { isJsonObject, malformed, parseJsonObject } from './json';

const WHAT = "The cluster's list of resources";

/** At once: all of them would be the burst that a server holds back others for. */
const AT_ONCE = 4;

/** Reads one document of the cluster. */
export type ReadDocument = (path: string) => Promise<Buffer>;

interface GroupVersion {
  group: string;
  version: string;
  path: string;
}

/**
 * Reads all kinds that a cluster serves, in whatever version: what a backup has in one may come back in another.
 *
 * @throws ClusterError when it does not even tell which groups there are, or lacks the core one
 */
export async function readServedKinds(
  read: ReadDocument,
): Promise<ClusterKinds> {
  const groups = groupVersionsOf(await read('/apis'));
  const answers: Array<{ version: GroupVersion; kinds?: ServedKind[] }> = [
    await readVersion(read, { group: '', version: 'v1', path: '/api/v1' }),
  ];
  for (let i = 0; i < groups.length; i += AT_ONCE) {
    const some = groups.slice(i, i + AT_ONCE);
    answers.push(
      ...(await Promise.all(
        some.map(version => readIfItAnswers(read, version)),
      )),
    );
  }
  return {
    kinds: unique(answers.flatMap(({ kinds }) => kinds ?? [])),
    silentGroups: [
      ...new Set(
        answers
          .filter(({ kinds }) => !kinds)
          .map(({ version }) => version.group),
      ),
    ],
  };
}

async function readIfItAnswers(read: ReadDocument, version: GroupVersion) {
  try {
    return await readVersion(read, version);
  } catch (error) {
    if (error instanceof ClusterError && error.kind !== 'unauthorized') {
      return { version };
    }
    throw error;
  }
}

async function readVersion(read: ReadDocument, version: GroupVersion) {
  const { resources } = parseJsonObject(await read(version.path), WHAT);
  if (!Array.isArray(resources)) {
    throw malformed(WHAT);
  }
  return {
    version,
    kinds: resources.flatMap(entry => kindOf(entry, version) ?? []),
  };
}

function groupVersionsOf(text: Buffer): GroupVersion[] {
  const { groups } = parseJsonObject(text, WHAT);
  if (!Array.isArray(groups)) {
    throw malformed(WHAT);
  }
  return groups.flatMap(entry => {
    if (!isJsonObject(entry) || typeof entry.name !== 'string') {
      throw malformed(WHAT);
    }
    const { name: group, versions } = entry;
    return (Array.isArray(versions) ? versions : []).map(({ version }) => ({
      group,
      version: String(version),
      path: `/apis/${encodeURIComponent(group)}/${encodeURIComponent(version)}`,
    }));
  });
}

/** Parts of objects, as `pods/log`, are no kinds of their own. */
function kindOf(
  entry: unknown,
  { group, version }: GroupVersion,
): ServedKind | undefined {
  if (!isJsonObject(entry)) {
    return undefined;
  }
  const { name, kind, namespaced } = entry;
  return typeof name === 'string' &&
    typeof kind === 'string' &&
    typeof namespaced === 'boolean' &&
    !name.includes('/')
    ? { group, version, kind, resource: name, namespaced }
    : undefined;
}

/** A group names the version first that it prefers. */
function unique(kinds: ServedKind[]): ServedKind[] {
  const keyOf = ({ group, kind, resource }: ServedKind) =>
    `${group}/${kind}/${resource}`;
  const first = new Map(kinds.toReversed().map(kind => [keyOf(kind), kind]));
  return [...first.values()].toReversed();
}
