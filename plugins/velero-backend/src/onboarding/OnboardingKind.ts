import { CredentialStore } from '../store/CredentialStore';
import { StoredOperation } from '../store/OperationStore';
import { TenantNameStore } from '../store/TenantNameStore';
import { Step } from './apply/Step';
import { ClusterRecord, OperationProgress } from './apply/StepRecord';
import { lockOfTenant } from './locksOf';
import { OnboardingTask } from './OnboardingTask';
import { OperationKind } from './OperationRunner';
import { CredentialTexts, tenantSteps, TenantStepTimes } from './tenantSteps';

/** Operations that give a tenant its storage locations and schedules. */
export class OnboardingKind implements OperationKind {
  readonly #credentials: CredentialStore;
  readonly #tenantNames: TenantNameStore;
  readonly #times?: TenantStepTimes;

  constructor(options: {
    credentials: CredentialStore;
    tenantNames: TenantNameStore;
    times?: TenantStepTimes;
  }) {
    this.#credentials = options.credentials;
    this.#tenantNames = options.tenantNames;
    this.#times = options.times;
  }

  steps(
    operation: StoredOperation,
    record: ClusterRecord,
    texts: CredentialTexts,
  ): Step[] {
    return tenantSteps({
      operation: operation.id,
      task: taskOf(operation),
      record,
      texts,
      times: this.#times,
    });
  }

  /** The first backup may take long, and concerns nobody else in the buckets. */
  lastLocks({ subject }: StoredOperation): string[] {
    return [lockOfTenant(subject)];
  }

  /** Remembers which credential is in which Secret, which Secrets are left over, and whether a name was taken in vain. */
  async ended(
    operation: StoredOperation,
    { clusters }: OperationProgress,
  ): Promise<void> {
    const task = taskOf(operation);
    for (const { cluster, state, steps } of clusters) {
      const { namespace, secrets } = task.clusters.find(
        candidate => candidate.cluster === cluster,
      )!;
      const isThere = state === 'applied' || state === 'unchanged';
      for (const { name, digest } of secrets) {
        const step = steps.find(({ id }) => id === `secrets/${name}`);
        if (isThere) {
          await this.#credentials.save({ cluster, namespace, name, digest });
        } else if (step?.state === 'left') {
          await this.#credentials.save({ cluster, namespace, name });
        }
      }
    }
    if (clusters.every(({ state }) => state === 'undone')) {
      const { id, subject: tenant } = operation;
      await this.#tenantNames.release({ tenant, operation: id });
    }
  }
}

function taskOf({ task }: StoredOperation): OnboardingTask {
  return JSON.parse(task);
}
