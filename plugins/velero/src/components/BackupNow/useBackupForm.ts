import {
  BackupOption,
  BackupOptionsResponse,
  BackupRequest,
  BackupVolumesChoice,
  readKeepFor,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { newRequestId } from '../../api/newRequestId';
import { toggled } from '../../format/toggled';

/** What the reader has changed; the rest follows from what is offered, also when that changes meanwhile. */
interface Changes {
  /** As it was when it was chosen: what is offered now has it in a newer form, or not at all any more. */
  server: BackupOption;
  leftOut: string[];
  /** Fixed from the start: what was about to be sent must not go elsewhere because the location breaks meanwhile. */
  storageLocation?: string;
  keepFor?: string;
  volumes: BackupVolumesChoice;
  /** Stays as long as nothing is changed, so that sending again makes no second backup. */
  requestId: string;
}

export interface BackupForm {
  server: BackupOption;
  serverIndex: number;
  namespaces: string[];
  storageLocation?: string;
  keepFor: string;
  /** Why the text cannot be a duration; absent when it can. */
  keepForProblem?: string;
  /** Until when it would be kept, in milliseconds since the epoch. */
  keptUntil?: number;
  volumes: BackupVolumesChoice;
  /** Absent as long as something is missing or wrong. */
  request?: BackupRequest;
  chooseServer(index: number): void;
  toggleNamespace(namespace: string): void;
  chooseLocation(name: string): void;
  changeKeepFor(text: string): void;
  chooseVolumes(volumes: BackupVolumesChoice): void;
}

/** What is to be backed up, and how; everything that is proven when nothing is changed. */
export function useBackupForm(options: BackupOptionsResponse): BackupForm {
  const [changes, setChanges] = useState(() => noChanges(firstOf(options)));
  const change = (values: Partial<Changes>) =>
    setChanges(before => ({
      ...before,
      ...values,
      requestId: newRequestId(),
    }));
  const server =
    options.items.find(item => isSame(item, changes.server)) ?? changes.server;
  const values = valuesOf(server, changes);
  return {
    ...values,
    server,
    serverIndex: options.items.indexOf(server),
    request: requestOf(server, values, changes.requestId),
    chooseServer: index => change(noChanges(options.items[index])),
    toggleNamespace: namespace =>
      change({ leftOut: toggled(changes.leftOut, namespace) }),
    chooseLocation: storageLocation => change({ storageLocation }),
    changeKeepFor: keepFor => change({ keepFor }),
    chooseVolumes: volumes => change({ volumes }),
  };
}

function firstOf({ items }: BackupOptionsResponse): BackupOption {
  const isPossible = ({ namespaces }: BackupOption) =>
    namespaces.some(({ problem }) => !problem);
  return items.find(isPossible) ?? items[0];
}

function isSame(one: BackupOption, other: BackupOption): boolean {
  return (
    one.cluster === other.cluster &&
    one.veleroNamespace === other.veleroNamespace
  );
}

function noChanges(server: BackupOption): Changes {
  return {
    server,
    leftOut: [],
    storageLocation: server.storageLocation,
    keepFor: undefined,
    volumes: 'default',
    requestId: newRequestId(),
  };
}

type Values = Pick<
  BackupForm,
  | 'namespaces'
  | 'storageLocation'
  | 'keepFor'
  | 'keepForProblem'
  | 'keptUntil'
  | 'volumes'
>;

function valuesOf(server: BackupOption, changes: Changes): Values {
  const { leftOut, volumes } = changes;
  const keepFor = changes.keepFor ?? server.keepFor;
  const reading = readKeepFor(keepFor);
  return {
    namespaces: server.namespaces.flatMap(({ namespace, problem }) =>
      problem || leftOut.includes(namespace) ? [] : [namespace],
    ),
    storageLocation: changes.storageLocation ?? server.storageLocation,
    keepFor,
    ...(reading.problem === undefined
      ? { keptUntil: Date.now() + reading.value }
      : { keepForProblem: reading.problem }),
    volumes,
  };
}

function requestOf(
  server: BackupOption,
  values: Values,
  requestId: string,
): BackupRequest | undefined {
  const { namespaces, storageLocation, keepFor, volumes } = values;
  const isUsable = server.locations.some(
    ({ name, problem }) => name === storageLocation && !problem,
  );
  if (!isUsable || namespaces.length === 0 || values.keepForProblem) {
    return undefined;
  }
  const { cluster, veleroNamespace } = server;
  return {
    cluster,
    veleroNamespace,
    namespaces,
    storageLocation,
    keepFor: keepFor.trim(),
    volumes,
    requestId,
  };
}
