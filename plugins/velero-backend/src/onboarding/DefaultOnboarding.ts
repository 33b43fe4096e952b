import { ConflictError } from '@backstage/errors';
import {
  manifestRefusals,
  manifestsOf,
  manifestWarnings,
  Operation,
  planTenant,
  TenantOnboarding,
  TenantPlan,
  TenantPlanQuery,
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { ChangesNotAcceptedError } from './ChangesNotAcceptedError';
import { Credentials, CredentialText, withVersion } from './Credentials';
import { FleetReader, FleetReading } from './FleetReader';
import { fullOwnerRef } from './fullOwnerRef';
import { hasTypedAddress } from './hasTypedAddress';
import { isOperationOf } from './isOperationOf';
import { lockOfTenant, locksOf } from './locksOf';
import { Offboarding } from './Offboarding';
import { OffboardingDraft } from './OffboardingDraft';
import { Onboarding, OnboardingReader } from './Onboarding';
import { OnboardingRefusedError } from './OnboardingRefusedError';
import { OldSecrets } from './OldSecrets';
import { OperationRunner } from './OperationRunner';
import { PlanComparison } from './PlanComparison';
import { digestOfChanges } from './plannedChanges';
import { PlanOnFleet, ReadyPlan } from './ReadyPlan';
import { toOperation } from './toOperation';
import { workOf } from './workOf';

/** Versions of a credential that are passed over at most, as they were left behind. */
const MAXIMUM_VERSIONS = 20;

export class DefaultOnboarding implements Onboarding {
  readonly #fleet: FleetReader;
  readonly #stores: Stores;
  readonly #runner: OperationRunner;
  readonly #credentials: Credentials;
  readonly #comparison: PlanComparison;
  readonly #offboarding: Offboarding;
  readonly #oldSecrets: OldSecrets;

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
    const credentials = new Credentials(options.stores.credentials);
    const { queries } = options.stores;
    this.#oldSecrets = new OldSecrets(options.stores.credentials);
    this.#credentials = credentials;
    this.#comparison = new PlanComparison({ credentials, queries });
  }

  async plan(
    query: TenantPlanQuery,
    reader: OnboardingReader,
  ): Promise<TenantPlanResponse> {
    const { request, credential = { type: 'existing-secret' } } = query;
    const fleet = await this.#read(request, reader);
    const planned = planTenant(request, fleet.snapshot);
    const { warnings } = planned;
    const refusals = [...planned.refusals, ...manifestRefusals({ credential })];
    if (!planned.plan || refusals.length > 0) {
      return { refusals, warnings, changes: [], manifests: [] };
    }
    const { plan, warnings: staying } = await this.#oldSecrets.sortOut(
      planned.plan,
    );
    const changes = await this.#comparison.changes(plan, fleet.objects);
    const digest = digestOfChanges(changes);
    return {
      plan,
      refusals,
      warnings: [
        ...warnings,
        ...staying,
        ...manifestWarnings(plan, { credential }),
      ],
      changes,
      manifests: manifestsOf(plan, { credential }),
      ...(digest && { digest }),
    };
  }

  async onboard(
    wanted: TenantOnboarding,
    reader: OnboardingReader,
  ): Promise<Operation> {
    const { plan } = await this.#accepted(wanted, reader);
    const { tenant } = plan;
    const owner = fullOwnerRef(plan.owner);
    const takeOver = mayTakeOver(wanted.request, reader);
    const locks = locksOf(plan);
    const operation = await this.#runner.begin({
      kind: 'onboard',
      subject: tenant,
      userRef: reader.userRef,
      owner,
      locks,
      claim: { tenant, owner, takeOver },
      mayKnowOf: other => isOperationOf(toOperation(other), reader),
      prepare: async () => {
        const ready = await this.#accepted(wanted, reader);
        assertLocked(ready.plan, locks);
        return workOf(ready, { owner, takeOver });
      },
    });
    return toOperation(operation);
  }

  draftOffboarding(
    tenant: string,
    reader: OnboardingReader,
  ): Promise<OffboardingDraft> {
    return this.#offboarding.draft(tenant, reader);
  }

  async offboard(
    tenant: string,
    find: () => Promise<OffboardingDraft>,
    reader: OnboardingReader,
  ): Promise<Operation> {
    const { owner } = (await find()).task;
    const operation = await this.#runner.begin({
      kind: 'offboard',
      subject: tenant,
      userRef: reader.userRef,
      owner,
      locks: [lockOfTenant(tenant)],
      mayKnowOf: other => isOperationOf(toOperation(other), reader),
      prepare: async () => {
        const { task } = await find();
        return {
          task,
          clusters: task.clusters.map(({ cluster }) => cluster),
        };
      },
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
      tenant: request.tenant,
      scope: request.scope,
      clusters: request.clusters,
      withAddresses: hasTypedAddress(request),
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
        const sorted = await this.#oldSecrets.sortOut(plan);
        return { request, plan: sorted.plan, fleet, texts, known };
      }
      request = withVersion(request, other.given, other.version + 1);
    }
    throw new ConflictError(
      `The last ${MAXIMUM_VERSIONS} versions of the credential are taken. Give it a higher version`,
    );
  }

  /** A plan as the fleet is now, of whose changes the reader knows. */
  async #accepted(
    { request, credentials = {}, accepted }: TenantOnboarding,
    reader: OnboardingReader,
  ): Promise<ReadyPlan> {
    const ready = await this.#ready(request, credentials, reader);
    await this.#assertAccepted(ready, accepted);
    return ready;
  }

  async #assertAccepted(
    { plan, fleet }: PlanOnFleet,
    accepted: string | undefined,
  ) {
    const changes = await this.#comparison.changes(plan, fleet.objects);
    const digest = digestOfChanges(changes);
    if (digest && digest !== accepted) {
      throw new ChangesNotAcceptedError(changes, digest);
    }
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

function mayTakeOver(
  { takeOver = false }: TenantRequest,
  { administrator }: OnboardingReader,
): boolean {
  return administrator && takeOver;
}

/** What is there decides on the buckets of a plan, too, and may be another by now. */
function assertLocked(plan: TenantPlan, locks: string[]) {
  if (!locksOf(plan).every(lock => locks.includes(lock))) {
    throw new ConflictError(
      'Nothing was done: what is there has changed meanwhile, and with it the buckets of the plan. Look at the plan again',
    );
  }
}
