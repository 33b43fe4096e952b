import { labelSelectorText } from '../scope/labelSelectorText';
import {
  countAt,
  durationAt,
  textAt,
  textListAt,
  textMapAt,
  valueAt,
} from './lenient';

/** Commands that Velero runs in pods, as one entry of a spec asks for them. @public */
export interface HookSpec {
  name: string;
  namespaces: string[];
  selector?: string;
  /** How many run before an object is taken. */
  before: number;
  /** How many run after it was taken or restored. */
  after: number;
}

/** What the spec of a Backup or Restore asks for, field by field. Lists are empty where nothing is said. @public */
export interface RunSpec {
  includedNamespaces: string[];
  excludedNamespaces: string[];
  /** The old filters, for kinds in namespaces and outside. */
  includedResources: string[];
  excludedResources: string[];
  includeClusterResources?: boolean;
  /** The new filters; they and the old ones exclude each other. */
  includedNamespacedKinds: string[];
  excludedNamespacedKinds: string[];
  includedClusterKinds: string[];
  excludedClusterKinds: string[];
  /** As kubectl writes it; empty when there is none. */
  selector: string;
  /** Of these one has to fit. */
  orSelectors: string[];
  snapshotVolumes?: boolean;
  copyFiles?: boolean;
  moveSnapshotData?: boolean;
  dataMover?: string;
  snapshotLocations: string[];
  /** Go durations. */
  ttl?: string;
  csiSnapshotTimeout?: string;
  itemOperationTimeout?: string;
  /** Names of ConfigMaps. */
  resourcePolicy?: string;
  resourceModifier?: string;
  parallelFiles?: number;
  /** Of a restore; false and absent are the same to Velero. */
  writeSparseFiles?: boolean;
  hooks: HookSpec[];
  /** Names by kind, in the order in which they are taken. */
  orderedResources: Record<string, string>;
  namespaceMapping: Record<string, string>;
  preserveNodePorts?: boolean;
  restoreStatusOf: string[];
}

/**
 * Reads the spec of a Backup or Restore of any Velero version, leniently.
 *
 * @public
 */
export function readRunSpec(spec: unknown): RunSpec {
  return { ...filtersOf(spec), ...volumesOf(spec), ...workOf(spec) };
}

function filtersOf(spec: unknown) {
  const selector = valueAt(spec, 'labelSelector');
  const orSelectors = valueAt(spec, 'orLabelSelectors');
  return {
    includedNamespaces: textListAt(spec, 'includedNamespaces'),
    excludedNamespaces: textListAt(spec, 'excludedNamespaces'),
    includedResources: textListAt(spec, 'includedResources'),
    excludedResources: textListAt(spec, 'excludedResources'),
    includeClusterResources: flagAt(spec, 'includeClusterResources'),
    includedNamespacedKinds: textListAt(
      spec,
      'includedNamespaceScopedResources',
    ),
    excludedNamespacedKinds: textListAt(
      spec,
      'excludedNamespaceScopedResources',
    ),
    includedClusterKinds: textListAt(spec, 'includedClusterScopedResources'),
    excludedClusterKinds: textListAt(spec, 'excludedClusterScopedResources'),
    selector: selector ? labelSelectorText(selector) : '',
    orSelectors: listOf(orSelectors).map(labelSelectorText),
    orderedResources: textMapAt(spec, 'orderedResources'),
    namespaceMapping: textMapAt(spec, 'namespaceMapping'),
  };
}

function volumesOf(spec: unknown) {
  return {
    snapshotVolumes: flagAt(spec, 'snapshotVolumes'),
    copyFiles:
      flagAt(spec, 'defaultVolumesToFsBackup') ??
      flagAt(spec, 'defaultVolumesToRestic'),
    moveSnapshotData: flagAt(spec, 'snapshotMoveData'),
    dataMover: textAt(spec, 'datamover'),
    snapshotLocations: textListAt(spec, 'volumeSnapshotLocations'),
    parallelFiles:
      countAt(spec, 'uploaderConfig', 'parallelFilesUpload') ||
      countAt(spec, 'uploaderConfig', 'parallelFilesDownload') ||
      undefined,
    writeSparseFiles: flagAt(spec, 'uploaderConfig', 'writeSparseFiles'),
  };
}

function workOf(spec: unknown) {
  return {
    ttl: durationAt(spec, 'ttl'),
    csiSnapshotTimeout: durationAt(spec, 'csiSnapshotTimeout'),
    itemOperationTimeout: durationAt(spec, 'itemOperationTimeout'),
    resourcePolicy: textAt(spec, 'resourcePolicy', 'name'),
    resourceModifier: textAt(spec, 'resourceModifier', 'name'),
    hooks: listOf(valueAt(spec, 'hooks', 'resources')).map(hookOf),
    preserveNodePorts: flagAt(spec, 'preserveNodePorts'),
    restoreStatusOf: textListAt(spec, 'restoreStatus', 'includedResources'),
  };
}

function hookOf(hook: unknown): HookSpec {
  const selector = valueAt(hook, 'labelSelector');
  const after = [valueAt(hook, 'post'), valueAt(hook, 'postHooks')];
  return {
    name: textAt(hook, 'name') ?? '?',
    namespaces: textListAt(hook, 'includedNamespaces'),
    ...(selector ? { selector: labelSelectorText(selector) } : {}),
    before: listOf(valueAt(hook, 'pre')).length,
    after: after.flatMap(listOf).length,
  };
}

function flagAt(root: unknown, ...path: string[]): boolean | undefined {
  const value = valueAt(root, ...path);
  return typeof value === 'boolean' ? value : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
