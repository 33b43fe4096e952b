import assert from 'node:assert/strict';
import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RestoreWish } from 'backstage-plugin-velero-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { namespace } from '../../../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../../../__testUtils__/startPortal';
import { RIGHT } from '../../../onboarding/__testUtils__/OnboardingFixture';
import { restoreCatalog } from '../../../restores/__testUtils__/restoreCatalog';

const OWNER = 'payments-owner';

/** Whom the cluster is given storage for. */
export const TENANT = {
  tenant: 'payments',
  owner: 'group:default/payments',
  scope: 'tenant',
  storage: {
    provider: 'aws-s3',
    values: { region: 'eu-central-1' },
    credential: { given: {} },
  },
  clusters: [{ cluster: 'eu', namespaces: ['payments'] }],
};

/** Of a namespace back to where it was, which others have to agree to. */
const WISH: RestoreWish = {
  backup: { cluster: 'eu', veleroNamespace: 'velero', name: 'own' },
  namespaces: [{ source: 'payments', target: 'payments' }],
  volumes: 'restore',
  existing: 'none',
  reason: 'The prices are gone',
};

/** As the default, without what would stand in the way: everybody asks for something. */
const POLICY = {
  id: 'matrix',
  // Some rows have backups made in the storage of the tenant.
  sources: { tenantStorage: 'trust' },
  destinations: {
    sameNamespace: { approvals: [{ from: ['owner', 'platform'] }] },
  },
  drills: { allowed: true },
  limits: {
    openPerUser: 1_000,
    perNamespaceAndDay: 1_000,
    runningPerCluster: 1,
  },
};

const deny: PermissionsService['authorizeConditional'] = async (
  requests,
  { credentials },
) => {
  const { principal } = credentials as {
    principal: { userEntityRef?: string };
  };
  const isDenied = principal.userEntityRef === 'user:default/payments-denied';
  const { ALLOW, DENY } = AuthorizeResult;
  return requests.map(() => ({ result: isDenied ? DENY : ALLOW }));
};

function populate({ objects }: SandboxCluster) {
  objects.put(
    'namespaces',
    namespace('payments', 'group:payments,group:reliability'),
  );
  objects.put('namespaces', namespace('shop', 'group:shop'));
  for (const name of ['payments', 'shop']) {
    objects.put('configmaps', {
      metadata: { name: 'prices', namespace: name },
    });
  }
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'store', prefix: 'eu' },
      default: true,
    },
  });
}

/** One cluster with something of everything, and a portal that everybody asks. */
export class AccessFixture {
  readonly wish = WISH;
  /** The one that gave the tenant its storage. */
  operation = '';
  #keys = 0;
  #waiting?: Promise<string>;

  private constructor(readonly sandbox: Sandbox, readonly portal: TestPortal) {}

  static async start(): Promise<AccessFixture> {
    const sandbox = await startSandbox({
      clusters: [{ name: 'eu', populate }],
      buckets: ['store', 'payments-backups'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [
        componentOf({ name: 'payments-api', claims: 'eu/payments' }),
        ...restoreCatalog().filter(({ kind }) => kind !== 'Component'),
      ],
      decide: deny,
      velero: { restores: { policies: [POLICY] } },
    });
    const fixture = new AccessFixture(sandbox, portal);
    await fixture.#onboard();
    await fixture.#make('backups', 'own', {
      includedNamespaces: ['payments'],
      storageLocation: 'archive',
    });
    await fixture.#make('backups', 'shared', {
      includedNamespaces: ['payments', 'shop'],
      storageLocation: 'archive',
    });
    await fixture.#make('restores', 'own', { backupName: 'own' });
    return fixture;
  }

  /** One that was not used before. */
  readonly key = () => {
    this.#keys += 1;
    return `matrix-key-${this.#keys}`;
  };

  /** A request that waits for a decision, and that nobody decides on. */
  waiting(): Promise<string> {
    this.#waiting ??= this.pending();
    return this.#waiting;
  }

  /** Asks for a restore that waits for a decision. */
  async pending(): Promise<string> {
    const { body } = await this.portal
      .post('/restore-requests', { wish: WISH, key: this.key() }, OWNER)
      .expect(201);
    return body.id;
  }

  /** Waits until an operation has ended: two at once would be in each other's way. */
  async ended(id: string) {
    await this.portal.eventually(`/operations/${id}`, OWNER, ({ body }) =>
      assert.notEqual(body.state, 'running'),
    );
  }

  async stop() {
    await this.portal.stop();
    await this.sandbox.stop();
  }

  async #onboard() {
    const order = { request: TENANT, credentials: RIGHT };
    for (let isPlanned = false; !isPlanned; ) {
      const { request } = order;
      const plan = await this.portal.post('/tenants/plan', { request }, OWNER);
      isPlanned = !waitsFor(
        plan.body.refusals,
        'cluster-unreachable',
        'namespace-unproven',
      );
    }
    const { body } = await this.portal.post('/tenants', order, OWNER);
    assert.equal(body.state, 'running');
    this.operation = body.id;
    await this.ended(body.id);
  }

  /** Has Velero make it, and waits until the portal knows its end. */
  async #make(kind: 'backups' | 'restores', name: string, spec: object) {
    const metadata = { name, namespace: 'velero' };
    this.sandbox.cluster('eu').objects.put(kind, { metadata, spec });
    const path = `/clusters/eu/${kind}/velero/${name}`;
    await this.portal.eventually(path, OWNER, ({ body }) =>
      assert.equal(body.phase, 'Completed'),
    );
  }
}

/** What is not collected yet is refused for these. */
function waitsFor(refusals: Array<{ code: string }>, ...codes: string[]) {
  return refusals.some(({ code }) => codes.includes(code));
}
