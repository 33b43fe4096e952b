import {
  isSameOwner,
  ownerOfObject,
  PlannedCredential,
  PlannedLocation,
  PlannedSchedule,
  TenantClusterPlan,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { AvailableStep, AvailableTimes } from './apply/AvailableStep';
import { BackupTimes, FirstBackupStep } from './apply/FirstBackupStep';
import { hasMoved } from './apply/hasMoved';
import { ObjectStep } from './apply/ObjectStep';
import { OldSecretStep } from './apply/OldSecretStep';
import { RemoveStep } from './apply/RemoveStep';
import { SecretStep } from './apply/SecretStep';
import { Step } from './apply/Step';
import { NOT_SYNCED, SyncStep } from './apply/SyncStep';
import { ClusterRecord, StepRecord } from './apply/StepRecord';
import { OnboardingTask } from './OnboardingTask';

export interface TenantStepTimes {
  available?: AvailableTimes;
  backup?: BackupTimes;
}

/** Whether an object that is there already may be changed to the planned one. */
type MayChange = (planned: object) => (live: KubernetesObject) => boolean;

/** Texts of credentials by the names of their Secrets. */
export type CredentialTexts = ReadonlyMap<string, string>;

/** Makes the steps that lead to a plan in one cluster. Their order is the order of what they need. */
export function tenantSteps(options: {
  operation: string;
  task: OnboardingTask;
  record: ClusterRecord;
  texts: CredentialTexts;
  times?: TenantStepTimes;
}): Step[] {
  const { operation, task, record, texts, times = {} } = options;
  const plan = task.plan.clusters.find(
    ({ cluster }) => cluster === record.cluster,
  )!;
  const { knownSecrets, oldSecrets } = task.clusters.find(
    ({ cluster }) => cluster === record.cluster,
  )!;
  const mayChange: MayChange = object => live =>
    task.takeOver || isSameOwner(ownerOfObject(live), ownerOfObject(object));
  const steps = [
    ...plan.credentials.map(credential =>
      secretStep(credential, { operation, knownSecrets, texts }),
    ),
    ...plan.locations.flatMap(location => {
      const step = locationStep(location, mayChange);
      const line = lineOf(step, record);
      return [step, availableStep(location, line, times.available)];
    }),
    ...plan.schedules.map(schedule => scheduleStep(schedule, mayChange)),
    ...plan.obsolete
      .filter(({ kind }) => kind === 'Schedule')
      .map(({ name }) => removeStep(name, plan, mayChange)),
    // The last that can fail: from then on nothing is taken back.
    ...plan.locations.map(location =>
      syncStep(location, lineOf(locationStep(location, mayChange), record)),
    ),
    ...oldSecrets.map(
      name => new OldSecretStep({ namespace: plan.veleroNamespace, name }),
    ),
    ...firstBackupSteps(plan, {
      operation,
      times: times.backup,
      // Known once the steps before have been done.
      isToBeNew: () =>
        plan.locations.some(location =>
          hasMoved(lineOf(locationStep(location, mayChange), record), {
            ...location.object.spec,
          }),
        ),
    }),
  ];
  recordSteps(record, steps);
  return steps;
}

/** Gives the record a line for each step, in the order of the steps. */
export function recordSteps(record: ClusterRecord, steps: Step[]) {
  record.steps = steps.map(step => lineOf(step, record));
}

/** The line of a step in a record; a new one when there is none. */
export function lineOf(
  { id, title }: Step,
  { steps }: ClusterRecord,
): StepRecord {
  const known = steps.find(step => step.id === id);
  if (known) {
    return known;
  }
  const line: StepRecord = { id, title, state: 'waiting' };
  steps.push(line);
  return line;
}

function secretStep(
  { object, key }: PlannedCredential,
  options: {
    operation: string;
    knownSecrets: string[];
    texts: CredentialTexts;
  },
): SecretStep {
  const { operation, knownSecrets, texts } = options;
  const { name, namespace, labels, annotations } = object.metadata;
  return new SecretStep({
    operation,
    wanted: { namespace, name, key, labels, annotations },
    isKnown: knownSecrets.includes(name),
    text: texts.get(name),
  });
}

function locationStep(
  { role, of, object }: PlannedLocation,
  mayChange: MayChange,
): ObjectStep {
  const { name, namespace, labels, annotations } = object.metadata;
  return new ObjectStep({
    title:
      role === 'own'
        ? `Storage location ${name}`
        : `Storage location ${name}, to read the backups of ${of}`,
    wanted: {
      resource: 'backupstoragelocations',
      namespace,
      name,
      content: { labels, annotations, spec: { ...object.spec } },
    },
    initially: NOT_SYNCED,
    mayChange: mayChange(object),
  });
}

function syncStep({ object }: PlannedLocation, location: StepRecord): SyncStep {
  const { name, namespace } = object.metadata;
  return new SyncStep({ namespace, name, location });
}

function availableStep(
  { object }: PlannedLocation,
  location: StepRecord,
  times?: AvailableTimes,
): AvailableStep {
  const { name, namespace } = object.metadata;
  return new AvailableStep({ namespace, name, location, times });
}

function scheduleStep(
  { object }: PlannedSchedule,
  mayChange: MayChange,
): ObjectStep {
  const { name, namespace, labels, annotations } = object.metadata;
  return new ObjectStep({
    title: `Schedule ${name}`,
    wanted: {
      resource: 'schedules',
      namespace,
      name,
      content: { labels, annotations, spec: { ...object.spec } },
    },
    mayChange: mayChange(object),
  });
}

/** A schedule of an earlier plan goes on until it is removed; what it made stays. */
function removeStep(
  name: string,
  { veleroNamespace: namespace, locations }: TenantClusterPlan,
  mayChange: MayChange,
): RemoveStep {
  return new RemoveStep({
    title: `Remove schedule ${name}, which the plan no longer has`,
    resource: 'schedules',
    namespace,
    name,
    // The marks of all objects of a tenant are the same.
    mayRemove: mayChange(locations[0].object),
  });
}

/** What the schedule would make, at once. */
function firstBackupSteps(
  { firstBackup, schedules }: TenantClusterPlan,
  {
    operation,
    ...options
  }: { operation: string; isToBeNew: () => boolean; times?: BackupTimes },
): Step[] {
  return schedules
    .filter(({ object }) => object.metadata.name === firstBackup)
    .map(({ object }) => {
      const { name, namespace, annotations } = object.metadata;
      const { metadata, ...spec } = object.spec.template;
      return new FirstBackupStep({
        backup: {
          schedule: name,
          namespace,
          // Once for each operation, however often it is begun.
          name: `${name}-first-${operation.slice(0, 8)}`,
          labels: { ...metadata.labels },
          annotations: { ...annotations },
          spec: { ...spec },
        },
        ...options,
      });
    });
}
