import { toError } from '@backstage/errors';
import {
  ClusterTransport,
  VeleroClusterAccess,
} from 'backstage-plugin-velero-node';
import { ClusterConnection } from './ClusterConnection';
import { RegisteredCluster } from './ClusterRegistry';
import { HttpClusterConnection } from './HttpClusterConnection';
import { MergedDefinition } from './mergeDefinitions';

/** An open way to a cluster. */
interface Link {
  transport: ClusterTransport;
  connection: ClusterConnection;
}

/** A registered cluster with what is needed to see whether it changes. */
export interface RegistryEntry {
  fingerprint: string;
  linkFingerprint: string;
  link?: Link;
  cluster: RegisteredCluster;
}

/** Makes the entry of a cluster. It is the one before when nothing changed, and keeps the connection when it can. */
export function enterCluster(
  merged: MergedDefinition,
  before?: RegistryEntry,
): RegistryEntry {
  const fingerprint = JSON.stringify(merged);
  if (before?.fingerprint === fingerprint) {
    return before;
  }
  const { source, definition } = merged;
  const { name, title, veleroNamespaces, access } = definition;
  const linkFingerprint = JSON.stringify([source, access]);
  const { link, problem } =
    before?.link && before.linkFingerprint === linkFingerprint
      ? { link: before.link, problem: undefined }
      : openLink(access);
  return {
    fingerprint,
    linkFingerprint,
    link,
    cluster: {
      name,
      title,
      source,
      veleroNamespaces,
      connection: link?.connection,
      problem: problem ?? merged.problem,
    },
  };
}

function openLink(access: VeleroClusterAccess): {
  link?: Link;
  problem?: string;
} {
  if ('problem' in access) {
    return { problem: access.problem };
  }
  try {
    const transport = access.openTransport();
    return {
      link: { transport, connection: new HttpClusterConnection({ transport }) },
    };
  } catch (error) {
    return { problem: toError(error).message };
  }
}
