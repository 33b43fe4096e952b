import { ConflictError } from '@backstage/errors';
import {
  manifestsOf,
  Operation,
  planTenant,
  TenantOnboarding,
  TenantPlan,
  TenantPlanQuery,
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { Credentials, CredentialText, withVersion } from './Credentials';
import { FleetReader, FleetReading } from './FleetReader';
import { fullOwnerRef } from './fullOwnerRef';
import { lockOfTenant, locksOf } from './locksOf';
import { Offboarding } from './Offboarding';
import { oldSecretsOf } from './oldSecretsOf';
import { Onboarding, OnboardingReader } from './Onboarding';
import { OnboardingRefusedError } from './OnboardingRefusedError';
import { ClusterTask, OnboardingTask } from './OnboardingTask';
import { OperationRunner } from './OperationRunner';
import {
  changesOfThere,
  digestOfChanges,
  plannedChanges,
} from './plannedChanges';
import { toOperation } from './toOperation';

/** Versions of a credential that are passed over at most, as they were left behind. */
const MAXIMUM_VERSIONS = 20;

/** A plan with what it depends on. */
interface PlanOnFleet {
  plan: TenantPlan;
  fleet: FleetReading;
}

/** A plan for which everything is at hand. */
interface ReadyPlan extends PlanOnFleet {
  request: TenantRequest;
  texts: CredentialText[];
  /** Names of Secrets, by cluster, that hold the same credential already. */
  known: Map<string, string[]>;
}

export class DefaultOnboarding implements Onboarding {
  readonly #fleet: FleetReader;
  readonly #stores: Stores;
  readonly #runner: OperationRunner;
  readonly #credentials: Credentials;
  readonly #offboarding: Offboarding;

  constructor(options: {
    fleet: FleetReader;
    offboarding: Offboarding;
    stores: Stores;
    runner: OperationRunner;
  }) {
    this.#fleet = options.fleet;
    this.#offboarding = options.offboarding;
    this.#stores = options.stores;
    this.#runner = options.runner;
    this.#credentials = new Credentials(options.stores.credentials);
  }

  async plan(
    query: TenantPlanQuery,
    reader: OnboardingReader,
  ): Promise<TenantPlanResponse> {
    const { request, credential = { type: 'existing-secret' } } = query;
    const fleet = await this.#read(request, reader);
    const { plan, refusals, warnings } = planTenant(request, fleet.snapshot);
    if (!plan) {
      return { refusals, warnings, changes: [], manifests: [] };
    }
    const changes = await this.#changesOf({ plan, fleet });
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
    const { credentials = {} } = wanted;
    const ready = await this.#ready(wanted.request, credentials, reader);
    await this.#assertAccepted(ready, wanted.accepted);
    const task: OnboardingTask = {
      owner: fullOwnerRef(ready.plan.owner),
      plan: ready.plan,
      clusters: clusterTasks(ready),
      takeOver: reader.administrator && (ready.request.takeOver ?? false),
    };
    const { tenant, clusters } = task.plan;
    const operation = await this.#runner.begin({
      kind: 'onboard',
      subject: tenant,
      userRef: reader.userRef,
      locks: locksOf(task.plan),
      task,
      clusters: clusters.map(({ cluster }) => cluster),
      texts: new Map(ready.texts.map(({ name, text }) => [name, text])),
    });
    return toOperation(operation);
  }

  async offboard(tenant: string, reader: OnboardingReader): Promise<Operation> {
    const task = await this.#offboarding.taskFor(tenant, reader);
    const operation = await this.#runner.begin({
      kind: 'offboard',
      subject: tenant,
      userRef: reader.userRef,
      locks: [lockOfTenant(tenant)],
      task,
      clusters: task.clusters.map(({ cluster }) => cluster),
    });
    return toOperation(operation);
  }

  async find(id: string): Promise<Operation | undefined> {
    const stored = await this.#stores.operations.find(id);
    return stored && toOperation(stored);
  }

  async cancel(id: string): Promise<void> {
    await this.#stores.operations.cancel(id);
  }

  #read(
    request: TenantRequest,
    reader: OnboardingReader,
  ): Promise<FleetReading> {
    return this.#fleet.read({
      clusters: request.clusters.map(({ cluster }) => cluster),
      withAddresses: JSON.stringify(request).includes('"endpoint"'),
      owner: fullOwnerRef(request.owner),
      reader,
    });
  }

  /** A Secret is never changed: when one of its name holds something else, the next version is taken. */
  async #ready(
    given: TenantRequest,
    values: Record<string, Record<string, string>>,
    reader: OnboardingReader,
  ): Promise<ReadyPlan> {
    const fleet = await this.#read(given, reader);
    let request = given;
    for (let attempt = 0; attempt < MAXIMUM_VERSIONS; attempt++) {
      const plan = planOrThrow(request, fleet.snapshot);
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
        return { request, plan, fleet, texts, known };
      }
      request = withVersion(request, other.given, other.version + 1);
    }
    throw new ConflictError(
      `The last ${MAXIMUM_VERSIONS} versions of the credential are taken. Give it a higher version`,
    );
  }

  async #assertAccepted(ready: PlanOnFleet, accepted: string | undefined) {
    const changes = await this.#changesOf(ready);
    const digest = digestOfChanges(changes);
    if (digest && digest !== accepted) {
      const names = changesOfThere(changes).map(
        ({ change, kind, name, cluster }) =>
          `${change} ${kind} ${name} in ${cluster}`,
      );
      throw new ConflictError(
        `What is there would be another: ${names.join(
          ', ',
        )}. Look at the changes of the plan, and send its digest as 'accepted'`,
      );
    }
  }

  async #changesOf({ plan, fleet }: PlanOnFleet) {
    const written = new Set<string>();
    for (const { cluster, credentials } of plan.clusters) {
      for (const credential of credentials) {
        if (await this.#credentials.isWritten(cluster, credential)) {
          written.add(`${cluster}/${credential.object.metadata.name}`);
        }
      }
    }
    return plannedChanges(plan, fleet.objects, (...key) =>
      written.has(key.join('/')),
    );
  }
}

function planOrThrow(
  request: TenantRequest,
  snapshot: FleetReading['snapshot'],
): TenantPlan {
  const { plan, refusals } = planTenant(request, snapshot);
  if (!plan) {
    throw new OnboardingRefusedError(refusals);
  }
  return plan;
}

function clusterTasks({ plan, fleet, known, texts }: ReadyPlan): ClusterTask[] {
  return plan.clusters.map(({ cluster, veleroNamespace, ...planned }) => ({
    cluster,
    namespace: veleroNamespace,
    secrets: texts
      .filter(text => text.cluster === cluster)
      .map(({ name, digest }) => ({ name, digest })),
    knownSecrets: known.get(cluster) ?? [],
    oldSecrets: oldSecretsOf({
      known: fleet.snapshot.locations.filter(
        location =>
          location.cluster === cluster &&
          location.veleroNamespace === veleroNamespace,
      ),
      tenant: plan.tenant,
      locations: planned.locations.map(({ object }) => object.metadata.name),
      credentials: planned.credentials.map(
        ({ object }) => object.metadata.name,
      ),
    }),
  }));
}
