import {
  BACKUP_ANNOTATIONS,
  PlannedFieldChange,
} from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { fieldChanges } from '../onboarding/apply/fieldChanges';
import { findObject } from '../onboarding/apply/findObject';
import { NO_SCHEDULE } from './nothing';
import { OperationError } from './OperationError';
import { scheduleContent, ScheduleOrder } from './scheduleObject';
import { toOperationError } from './toOperationError';

/** How often the object is sent when no answer comes. */
const ATTEMPTS = 2;

const RESOURCE = 'schedules';

/** Puts one Schedule into a cluster. Its name follows from the request, so that a look at the name tells what is there. */
export class ScheduleWriter {
  readonly #connection: ClusterConnection;
  readonly #order: ScheduleOrder;

  constructor(options: {
    connection: ClusterConnection;
    order: ScheduleOrder;
  }) {
    this.#connection = options.connection;
    this.#order = options.order;
  }

  /**
   * Whether the schedule is there as wanted.
   *
   * @throws OperationError `name-taken` or `schedule-differs` when another one has its name
   */
  async isThere(signal: AbortSignal): Promise<boolean> {
    const { cluster } = this.#order;
    try {
      return await this.#look(signal);
    } catch (error) {
      throw toOperationError(error, {
        cluster,
        bundle: 'read-only',
        nothing: NO_SCHEDULE,
      });
    }
  }

  /**
   * Nobody can cut this short but its own time limits: what was sent cannot be taken back.
   *
   * @throws OperationError `not-known` when nobody can tell; any other error says that nothing was made
   */
  async write(): Promise<void> {
    const { signal } = new AbortController();
    const { cluster, userRef } = this.#order;
    const { annotations, ...content } = scheduleContent(this.#order);
    const requestedBy = { [BACKUP_ANNOTATIONS.requestedBy]: userRef };
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#connection.create({
          ...this.#key(),
          ...content,
          annotations: { ...annotations, ...requestedBy },
          signal,
        });
        return;
      } catch (error) {
        if (!mayBeThere(error)) {
          throw toOperationError(error, {
            cluster,
            bundle: 'onboard',
            nothing: NO_SCHEDULE,
          });
        }
        if (await this.#lookAfter(signal)) {
          return;
        }
        if (attempt === ATTEMPTS) {
          throw this.#notKnown();
        }
      }
    }
  }

  async #look(signal: AbortSignal): Promise<boolean> {
    const connection = this.#connection;
    const found = await findObject({ connection, signal }, this.#key());
    if (!found) {
      return false;
    }
    this.#assertOwn(found);
    this.#assertSame(found);
    return true;
  }

  async #lookAfter(signal: AbortSignal): Promise<boolean> {
    try {
      return await this.#look(signal);
    } catch (error) {
      throw error instanceof ClusterError ? this.#notKnown() : error;
    }
  }

  /** The marks say whose it is; what is in one of somebody else is nobody's business. */
  #assertOwn({ metadata }: KubernetesObject) {
    const { labels, annotations } = scheduleContent(this.#order);
    const isOwn =
      hasAll(metadata.labels, labels) &&
      hasAll(metadata.annotations, annotations);
    if (!isOwn) {
      throw new OperationError(
        'name-taken',
        `${NO_SCHEDULE}: ${this.#title()} is there already, and was made for something else. Choose another name`,
      );
    }
  }

  #assertSame(found: KubernetesObject) {
    const content = scheduleContent(this.#order);
    const fields = fieldChanges(found, { resource: RESOURCE, content });
    if (fields.length > 0) {
      throw new OperationError(
        'schedule-differs',
        `${NO_SCHEDULE}: ${this.#title()} is there already, and not as asked for: ${fields
          .map(difference)
          .join('; ')}. Ask for what is there, or choose another name`,
      );
    }
  }

  #notKnown(): OperationError {
    const { cluster, veleroNamespace, name } = this.#order;
    return new OperationError(
      'not-known',
      `Cluster '${cluster}' did not say whether it took schedule '${name}'. Send the same request again, or look with: kubectl --context ${cluster} --namespace ${veleroNamespace} get schedules.velero.io ${name}`,
    );
  }

  #title(): string {
    const { cluster, veleroNamespace, name } = this.#order;
    return `schedule '${name}' in namespace '${veleroNamespace}' of cluster '${cluster}'`;
  }

  #key() {
    const { veleroNamespace: namespace, name } = this.#order;
    return { resource: RESOURCE, namespace, name } as const;
  }
}

function hasAll(
  found: Record<string, string> = {},
  wanted: Record<string, string>,
): boolean {
  return Object.entries(wanted).every(([key, value]) => found[key] === value);
}

function difference({ path, before, after }: PlannedFieldChange): string {
  return `${path} is ${before ?? 'absent'}, not ${after ?? 'absent'}`;
}

function mayBeThere(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    ['exists', 'unreachable', 'malformed'].includes(error.kind)
  );
}
