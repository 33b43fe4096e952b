import { errorMessage } from '../../api/errorMessage';
import { durationOf } from '../goDuration';
import { checkLists } from '../listValidation';
import { VeleroContext } from '../VeleroContext';
import { Backup, LABELS, RestoreSpec } from '../VeleroObjects';
import { NON_RESTORABLE } from './nonRestorable';
import { ResourceModifiers } from './ResourceModifiers';

/** A restore's spec as the server writes it back, and what keeps it from starting, in Velero's words. */
export interface PreparedRestore {
  spec: RestoreSpec;
  errors: string[];
}

const EITHER_OR =
  'Either a backup or schedule must be specified as a source for the restore, but not both';

export function prepareRestore(
  asked: RestoreSpec,
  context: VeleroContext,
): PreparedRestore {
  const excluded = asked.excludedResources ?? [];
  const spec = {
    ...asked,
    excludedResources: [
      ...excluded,
      ...NON_RESTORABLE.filter(item => !excluded.includes(item)),
    ],
    itemOperationTimeout: durationOf(asked.itemOperationTimeout, '4h0m0s'),
  };
  const errors = [...checkFilters(asked, spec), ...checkSelectors(asked)];
  if (Boolean(asked.backupName) === Boolean(asked.scheduleName)) {
    return { spec, errors: [...errors, EITHER_OR] };
  }
  const source = chooseBackup(asked, context);
  const known = [...errors, ...checkPolicy(asked), ...source.errors];
  return source.backupName
    ? prepareFrom(source.backupName, { spec, errors: known }, context)
    : { spec, errors: known };
}

function checkFilters(asked: RestoreSpec, spec: RestoreSpec): string[] {
  const never = NON_RESTORABLE.filter(item =>
    asked.includedResources?.includes(item),
  );
  return [
    ...never.map(item => `${item} are non-restorable resources`),
    ...checkLists(spec.includedResources, spec.excludedResources).map(
      problem => `Invalid included/excluded resource lists: ${problem}`,
    ),
    ...checkLists(spec.includedNamespaces, spec.excludedNamespaces).map(
      problem => `Invalid included/excluded namespace lists: ${problem}`,
    ),
  ];
}

function checkSelectors(spec: RestoreSpec): string[] {
  return spec.orLabelSelectors && spec.labelSelector
    ? [
        'encountered labelSelector as well as orLabelSelectors in restore spec, only one can be specified',
      ]
    : [];
}

function checkPolicy({ existingResourcePolicy: policy }: RestoreSpec) {
  return policy && !['none', 'update'].includes(policy)
    ? [`Invalid ExistingResourcePolicy: ${policy}`]
    : [];
}

/** From a schedule comes the newest backup that is Completed; one that partly failed is never taken. */
function chooseBackup(
  { backupName, scheduleName }: RestoreSpec,
  { client }: VeleroContext,
): { backupName?: string; errors: string[] } {
  if (!scheduleName) {
    return { backupName, errors: [] };
  }
  const backups = client
    .list('backups')
    .filter(
      ({ metadata }) => metadata.labels?.[LABELS.scheduleName] === scheduleName,
    );
  const newest = backups
    .filter(({ status }) => status?.phase === 'Completed')
    .sort((left, right) => startOf(right) - startOf(left))
    .at(0);
  return {
    backupName: newest?.metadata.name,
    errors: [
      ...(backups.length === 0 ? ['No backups found for schedule'] : []),
      ...(newest ? [] : ['No completed backups found for schedule']),
    ],
  };
}

function startOf({ status }: Backup): number {
  return status?.startTimestamp ? Date.parse(status.startTimestamp) : 0;
}

function prepareFrom(
  backupName: string,
  { spec, errors }: PreparedRestore,
  { client }: VeleroContext,
): PreparedRestore {
  const backup = client.get('backups', backupName);
  const storageLocation = backup?.spec?.storageLocation ?? '';
  const location = client.get('backupstoragelocations', storageLocation);
  const problem =
    lookupProblem(backupName, backup, client.namespace) ??
    (location
      ? undefined
      : `Error retrieving backup: BackupStorageLocation.velero.io "${storageLocation}" not found`) ??
    (location?.status?.phase === 'Available'
      ? modifierProblem(spec, client)
      : `The BSL ${storageLocation} is unavailable, cannot retrieve the backup`);
  const scheduleName =
    spec.scheduleName ?? backup?.metadata.labels?.[LABELS.scheduleName];
  return {
    spec: { ...spec, backupName, ...(scheduleName && { scheduleName }) },
    errors: problem ? [...errors, problem] : errors,
  };
}

function lookupProblem(
  name: string,
  backup: Backup | undefined,
  namespace: string,
): string | undefined {
  return backup
    ? undefined
    : `Error retrieving backup: can't find backup ${namespace}/${name}: Backup.velero.io "${name}" not found`;
}

function modifierProblem(
  { resourceModifier }: RestoreSpec,
  client: VeleroContext['client'],
): string | undefined {
  // Another kind than ConfigMap is ignored without a word.
  if (resourceModifier?.kind.toLowerCase() !== 'configmap') {
    return undefined;
  }
  const { name } = resourceModifier;
  const place = `configmap ${client.namespace}/${name}`;
  const data = client.configMap(name);
  if (!data) {
    return `failed to get resource modifiers ${place}`;
  }
  try {
    const problem = readModifiers(name, data, client.namespace).problem();
    return problem
      ? `Validation error in resource modifiers provided in ${place}: ${problem}`
      : undefined;
  } catch (error) {
    return `Error in parsing resource modifiers provided in ${place}: ${errorMessage(
      error,
    )}`;
  }
}

function readModifiers(
  name: string,
  data: Record<string, string>,
  namespace: string,
): ResourceModifiers {
  const [text, ...more] = Object.values(data);
  if (text === undefined || more.length > 0) {
    throw new Error(
      `illegal resource modifiers ${namespace}/${name} configmap`,
    );
  }
  return new ResourceModifiers(text);
}

/** The rules that a restore which passed validation goes by. */
export function modifiersOf(
  { resourceModifier }: RestoreSpec,
  { client }: VeleroContext,
): ResourceModifiers | undefined {
  if (resourceModifier?.kind.toLowerCase() !== 'configmap') {
    return undefined;
  }
  const { name } = resourceModifier;
  return readModifiers(name, client.configMap(name) ?? {}, client.namespace);
}
