import { KubernetesObject, ManagedFieldsEntry } from '../api/KubernetesObject';
import { ownersAfterUpdate } from '../api/fields/ManagedFields';
import { resourceTypeOf } from '../api/ResourceType';
import { schemaOf } from '../api/schema/schemaOf';
import { formatTime } from '../clock/Clock';
import { BackupReport, reportOf } from '../velero/contents/BackupReport';
import { memorySource } from '../velero/contents/ItemSource';
import {
  backupMarks,
  completeSpec,
  expirationOf,
} from '../velero/prepareBackup';
import { LogEntry } from '../velero/files/logLines';
import { backupFromSchedule, templateSpec } from '../velero/Schedules';
import { stableNumber } from '../velero/stableNumber';
import {
  Backup,
  BackupSpec,
  BackupStatus,
  Schedule,
} from '../velero/VeleroObjects';
import { nodeAgent, pastContents } from './workloads';

export type PastOutcome =
  | 'Completed'
  | 'PartiallyFailed'
  | 'Failed'
  | 'FailedValidation';

/** A finished backup with what its stored files say. */
export interface PastBackup {
  backup: Backup & KubernetesObject;
  report: () => BackupReport;
}

/** Tells what a schedule's backups of the past look like, as Velero would have left them. */
export class BackupHistory {
  readonly #schedule: Schedule;
  readonly #namespaces: string[];
  readonly #spec: BackupSpec;
  readonly #totalItems: number;
  /** Who owns which fields is the same for all backups that ended alike; it is large and costly to make. */
  readonly #managedFields = new Map<PastOutcome, ManagedFieldsEntry[]>();

  constructor(options: { schedule: Schedule; namespaces: string[] }) {
    this.#schedule = options.schedule;
    this.#namespaces = options.namespaces;
    this.#spec = completeSpec(templateSpec(options.schedule), {
      defaultLocation: 'default',
    });
    this.#totalItems = this.#report('Completed').items.length;
  }

  at(time: Date, outcome: PastOutcome): PastBackup {
    const { metadata } = backupFromSchedule(this.#schedule, time);
    const marks = backupMarks(this.#spec);
    const backup = {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: {
        ...metadata,
        namespace: this.#schedule.metadata.namespace,
        labels: { ...metadata.labels, ...marks.labels },
        annotations: { ...metadata.annotations, ...marks.annotations },
        creationTimestamp: formatTime(time),
        generation: outcome === 'FailedValidation' ? 4 : 8,
      },
      spec: this.#spec,
      status: this.#status(metadata.name, time, outcome),
    };
    const managedFields = this.#owners(backup, time, outcome);
    return {
      backup: { ...backup, metadata: { ...backup.metadata, managedFields } },
      report: () => this.#report(outcome),
    };
  }

  #status(name: string, time: Date, outcome: PastOutcome): BackupStatus {
    const status = {
      version: 1,
      formatVersion: '1.1.0',
      phase: outcome,
      expiration: expirationOf(this.#spec, time),
    };
    if (outcome === 'FailedValidation') {
      return { ...status, validationErrors: [this.#refusal()] };
    }
    const end = new Date(time.getTime() + 8_000 + stableNumber(name, 50_000));
    return {
      ...status,
      startTimestamp: formatTime(time),
      completionTimestamp: formatTime(end),
      ...this.#ending(outcome),
    };
  }

  #ending(outcome: PastOutcome): BackupStatus {
    if (outcome === 'Failed') {
      return {
        failureReason:
          'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
      };
    }
    const totalItems = this.#totalItems;
    return {
      progress: { totalItems, itemsBackedUp: totalItems },
      hookStatus: {},
      ...(outcome === 'PartiallyFailed' && { errors: 1, warnings: 1 }),
    };
  }

  #refusal(): string {
    return `backup can't be created because BackupStorageLocation ${
      this.#spec.storageLocation
    } is in Unavailable status.`;
  }

  #report(outcome: PastOutcome): BackupReport {
    const veleroNamespace = this.#schedule.metadata.namespace ?? 'velero';
    const report = reportOf(this.#spec, {
      source: memorySource([
        ...this.#namespaces.flatMap(pastContents),
        nodeAgent(veleroNamespace),
      ]),
      veleroNamespace,
    });
    return outcome === 'PartiallyFailed'
      ? { ...report, problems: this.#problems() }
      : report;
  }

  #problems(): LogEntry[] {
    const [namespace] = this.#namespaces;
    return [
      {
        level: 'error',
        message: `pod volume backup failed: the node-agent of ${namespace}-db-0 did not answer in time`,
        source: 'pkg/podvolume/backupper.go:447',
      },
      {
        level: 'warning',
        message: 'a volume of a pod was not backed up',
        source: 'pkg/podvolume/backupper.go:520',
        fields: { namespace },
      },
    ];
  }

  #owners(
    next: KubernetesObject,
    at: Date,
    outcome: PastOutcome,
  ): ManagedFieldsEntry[] {
    const time = formatTime(at);
    const known =
      this.#managedFields.get(outcome) ??
      ownersAfterUpdate({
        next,
        schema: schemaOf(resourceTypeOf('backups')),
        entries: [],
        writer: { manager: 'velero-server', operation: 'Update', time },
      });
    this.#managedFields.set(outcome, known);
    return known.map(entry => ({ ...entry, time }));
  }
}
