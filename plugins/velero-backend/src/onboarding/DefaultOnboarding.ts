import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  manifestsOf,
  Operation,
  planTenant,
  TenantOnboarding,
  TenantPlan,
  TenantPlanQuery,
  TenantPlanResponse,
  TenantPlanResult,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { randomUUID } from 'node:crypto';
import { Stores } from '../store/Stores';
import { ObjectRow } from '../store/tables';
import { ClusterRecord } from './apply/StepRecord';
import { Credentials, CredentialText, withVersion } from './Credentials';
import { FleetReader } from './FleetReader';
import { locksOf } from './locksOf';
import { oldSecretsOf } from './oldSecretsOf';
import { Onboarding, OnboardingReader } from './Onboarding';
import { OnboardingRefusedError } from './OnboardingRefusedError';
import { ClusterTask, OnboardingTask } from './OnboardingTask';
import { OperationRunner } from './OperationRunner';
import { digestOfChanges, plannedChanges } from './plannedChanges';
import { toOperation } from './toOperation';

/** Versions of a credential that are passed over at most, as they were left behind. */
const MAXIMUM_VERSIONS = 20;

/** A plan for which everything is at hand. */
interface ReadyPlan {
  request: TenantRequest;
  plan: TenantPlan;
  texts: CredentialText[];
  /** Names of Secrets, by cluster, that hold the same credential already. */
  known: Map<string, string[]>;
}

export class DefaultOnboarding implements Onboarding {
  readonly #fleet: FleetReader;
  readonly #stores: Stores;
  readonly #runner: OperationRunner;
  readonly #credentials: Credentials;

  constructor(options: {
    fleet: FleetReader;
    stores: Stores;
    runner: OperationRunner;
  }) {
    this.#fleet = options.fleet;
    this.#stores = options.stores;
    this.#runner = options.runner;
    this.#credentials = new Credentials(options.stores.credentials);
  }

  async plan(
    query: TenantPlanQuery,
    reader: OnboardingReader,
  ): Promise<TenantPlanResponse> {
    const { request, credential = { type: 'existing-secret' } } = query;
    const { plan, refusals, warnings } = await this.#planFor(request, reader);
    if (!plan) {
      return { refusals, warnings, changes: [], manifests: [] };
    }
    const changes = await this.#changesOf(plan);
    const digest = digestOfChanges(changes);
    return {
      plan,
      refusals,
      warnings,
      changes,
      manifests: manifestsOf(plan, { credential }),
      ...(digest && { digest }),
    };
  }

  async onboard(
    wanted: TenantOnboarding,
    reader: OnboardingReader,
  ): Promise<Operation> {
    const { credentials = {}, firstBackup = false } = wanted;
    const ready = await this.#ready(wanted.request, credentials, reader);
    await this.#assertAccepted(ready.plan, wanted.accepted);
    const task: OnboardingTask = {
      plan: ready.plan,
      clusters: await this.#clusterTasks(ready),
      takeOver: ready.request.takeOver ?? false,
      firstBackup,
    };
    return this.#begin(task, ready.texts, reader);
  }

  async find(id: string): Promise<Operation | undefined> {
    const stored = await this.#stores.operations.find(id);
    return stored && toOperation(stored);
  }

  async cancel(id: string): Promise<void> {
    await this.#stores.operations.cancel(id);
  }

  async #planFor(
    request: TenantRequest,
    reader: OnboardingReader,
  ): Promise<TenantPlanResult> {
    const fleet = await this.#fleet.read({
      clusters: request.clusters.map(({ cluster }) => cluster),
      owner: fullRef(request.owner),
      reader,
    });
    return planTenant(request, fleet);
  }

  async #planOrThrow(
    request: TenantRequest,
    reader: OnboardingReader,
  ): Promise<TenantPlan> {
    const { plan, refusals } = await this.#planFor(request, reader);
    if (!plan) {
      throw new OnboardingRefusedError(refusals);
    }
    return plan;
  }

  /** A Secret is never changed: when one of its name holds something else, the next version is taken. */
  async #ready(
    given: TenantRequest,
    values: Record<string, Record<string, string>>,
    reader: OnboardingReader,
  ): Promise<ReadyPlan> {
    let request = given;
    for (let attempt = 0; attempt < MAXIMUM_VERSIONS; attempt++) {
      const plan = await this.#planOrThrow(request, reader);
      const texts = await this.#credentials.textsOf(plan, values);
      const known = new Map<string, string[]>();
      let other: CredentialText | undefined;
      for (const text of texts) {
        const content = await this.#credentials.known(text);
        other ??= content === 'other' ? text : undefined;
        if (content === 'same') {
          const names = known.get(text.cluster) ?? [];
          known.set(text.cluster, [...names, text.name]);
        }
      }
      if (!other) {
        return { request, plan, texts, known };
      }
      request = withVersion(request, other.given, other.version + 1);
    }
    throw new ConflictError(
      `The last ${MAXIMUM_VERSIONS} versions of the credential are taken. Give it a higher version`,
    );
  }

  async #assertAccepted(plan: TenantPlan, accepted: string | undefined) {
    const changes = await this.#changesOf(plan);
    const digest = digestOfChanges(changes);
    if (digest && digest !== accepted) {
      const names = changes
        .filter(({ change }) => change === 'change')
        .map(({ kind, name, cluster }) => `${kind} ${name} in ${cluster}`);
      throw new ConflictError(
        `Objects that are there would change: ${names.join(
          ', ',
        )}. Look at the changes of the plan, and send its digest as 'accepted'`,
      );
    }
  }

  async #changesOf(plan: TenantPlan) {
    const written = new Set<string>();
    for (const { cluster, credentials } of plan.clusters) {
      for (const credential of credentials) {
        if (await this.#credentials.isWritten(cluster, credential)) {
          written.add(`${cluster}/${credential.object.metadata.name}`);
        }
      }
    }
    return plannedChanges(plan, await this.#knownObjects(plan), (...key) =>
      written.has(key.join('/')),
    );
  }

  async #knownObjects({ clusters }: TenantPlan): Promise<ObjectRow[]> {
    const names = clusters.map(({ cluster }) => cluster);
    const { queries } = this.#stores;
    const [locations, schedules] = await Promise.all([
      queries.locationsIn(names),
      queries.schedulesIn(names),
    ]);
    return [...locations, ...schedules];
  }

  async #clusterTasks({
    plan,
    known,
    texts,
  }: ReadyPlan): Promise<ClusterTask[]> {
    const rows = await this.#knownObjects(plan);
    return plan.clusters.map(({ cluster, veleroNamespace, ...planned }) => {
      const credentials = planned.credentials.map(
        ({ object }) => object.metadata.name,
      );
      return {
        cluster,
        namespace: veleroNamespace,
        secrets: texts
          .filter(text => text.cluster === cluster)
          .map(({ name, digest }) => ({ name, digest })),
        knownSecrets: known.get(cluster) ?? [],
        oldSecrets: oldSecretsOf({
          rows: rows.filter(
            row => row.cluster === cluster && row.namespace === veleroNamespace,
          ),
          tenant: plan.tenant,
          locations: planned.locations.map(
            ({ object }) => object.metadata.name,
          ),
          credentials,
        }),
      };
    });
  }

  async #begin(
    task: OnboardingTask,
    texts: CredentialText[],
    { userRef }: OnboardingReader,
  ): Promise<Operation> {
    const id = randomUUID();
    const locks = locksOf(task.plan);
    const clusters = task.plan.clusters.map(
      ({ cluster }): ClusterRecord => ({
        cluster,
        state: 'waiting',
        steps: [],
      }),
    );
    const lease = await this.#stores.operations.begin({
      id,
      kind: 'onboard',
      subject: task.plan.tenant,
      userRef,
      locks,
      holder: this.#runner.holder,
      ttl: this.#runner.times.ttl,
      task: JSON.stringify(task),
      progress: JSON.stringify({ clusters }),
    });
    if (!lease) {
      throw await this.#underWay(locks);
    }
    const stored = (await this.#stores.operations.find(id))!;
    this.#runner.launch(
      lease,
      stored,
      new Map(texts.map(({ name, text }) => [name, text])),
    );
    return toOperation(stored);
  }

  async #underWay(locks: string[]): Promise<ConflictError> {
    const [other] = await this.#stores.operations.findHolding(locks);
    return new ConflictError(
      other
        ? `Tenant '${other.subject}' is being onboarded at this moment, by operation ${other.id}, into the same storage or under the same name. Wait for its end`
        : 'Another operation was under way. Try again',
    );
  }
}

function fullRef(owner: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // The plan refuses it, and says why.
    return owner;
  }
}
