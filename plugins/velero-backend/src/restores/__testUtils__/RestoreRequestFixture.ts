import {
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import {
  RestoreRequestDetails,
  RestoreState,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import {
  clustersConfig,
  startPortal,
  TestPortal,
} from '../../__testUtils__/startPortal';
import { LossyProxy } from '../../operations/__testUtils__/LossyProxy';
import { RecordingAuditor } from '../../operations/__testUtils__/RecordingAuditor';
import { restoreCatalog } from './restoreCatalog';
import {
  KEEPER,
  KEEPER_RULES,
  populateFirst,
  populateOther,
} from './restoreRegions';

const REQUESTS = '/restore-requests';

export interface RestoreFixtureOptions {
  decide?: PermissionsService['authorizeConditional'];
  /** Configuration below `velero`. */
  settings?: JsonObject;
  database?: Knex;
  /** Leaves out the second region. */
  single?: boolean;
  /** Puts something before the first cluster that loses what it is told to. */
  lossy?: boolean;
  /** Has the portal's account be one that may not remove namespaces. */
  keepsNamespaces?: boolean;
}

/** Two regions with Velero, a backup in the first, and a portal that takes requests for restores. */
export class RestoreRequestFixture {
  /** What people were told. */
  readonly notifications: NotificationSendOptions[] = [];
  #keys = 0;
  #failing = 0;

  private constructor(
    readonly sandbox: Sandbox,
    readonly portal: TestPortal,
    readonly auditor: RecordingAuditor,
    /** What the catalog says; tests change it. */
    readonly entities: Entity[],
    /** Starts a portal like the first one. */
    readonly anotherPortal: (database: Knex) => Promise<TestPortal>,
    readonly proxy?: LossyProxy,
  ) {}

  static async start(
    options: RestoreFixtureOptions = {},
  ): Promise<RestoreRequestFixture> {
    const sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          populate: populateFirst,
          users: [{ name: 'keeper', token: KEEPER, rules: KEEPER_RULES }],
        },
        ...(options.single ? [] : [{ name: 'us', populate: populateOther }]),
      ],
      buckets: ['store'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    const auditor = new RecordingAuditor();
    const entities = restoreCatalog();
    const proxy = options.lossy
      ? await LossyProxy.start(sandbox.cluster('eu').url)
      : undefined;
    const [eu, ...others] = clustersConfig(sandbox);
    let told: (options: NotificationSendOptions) => void = () => undefined;
    const notifications = createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({ send: async message => told(message) }),
    });
    const start = (database?: Knex) =>
      startPortal({
        clusters: [
          {
            ...eu,
            ...(proxy && { url: proxy.url }),
            ...(options.keepsNamespaces && { serviceAccountToken: KEEPER }),
          },
          ...others,
        ],
        entities,
        decide: options.decide,
        velero: options.settings,
        database,
        features: [mockServices.auditor.mock(auditor).factory, notifications],
      });
    const fixture = new RestoreRequestFixture(
      sandbox,
      await start(options.database),
      auditor,
      entities,
      start,
      proxy,
    );
    told = notification => fixture.#tell(notification);
    await fixture.untilBackup(options.single ? ['eu'] : ['eu', 'us']);
    return fixture;
  }

  /** Has the next notifications fail. */
  failNotifications(count: number) {
    this.#failing = count;
  }

  #tell(notification: NotificationSendOptions) {
    if (this.#failing > 0) {
      this.#failing -= 1;
      throw new Error('no notifications now');
    }
    this.notifications.push(notification);
  }

  get cluster(): SandboxCluster {
    return this.sandbox.cluster('eu');
  }

  /** A wish to have `payments` in a new namespace, if not said otherwise. */
  wish(changes: Partial<RestoreWish> = {}): RestoreWish {
    return {
      backup: { cluster: 'eu', veleroNamespace: 'velero', name: 'nightly' },
      namespaces: [{ source: 'payments', target: 'payments-restore-1' }],
      volumes: 'restore',
      existing: 'none',
      reason: 'The prices are gone',
      ...changes,
    };
  }

  /** A wish to have `payments` back where it was. */
  inPlace(changes: Partial<RestoreWish> = {}): RestoreWish {
    const namespaces = [{ source: 'payments', target: 'payments' }];
    return this.wish({ namespaces, ...changes });
  }

  preview(wish: object, user = 'payments-owner') {
    return this.portal.post(`${REQUESTS}/preview`, { wish }, user);
  }

  request(wish: object, user = 'payments-owner', key = this.key()) {
    return this.portal.post(REQUESTS, { wish, key }, user);
  }

  key(): string {
    this.#keys += 1;
    return `test-key-${this.#keys}`;
  }

  get(id: string, user = 'payments-owner') {
    return this.portal.get(`${REQUESTS}/${id}`, user);
  }

  list(query: string, user = 'payments-owner') {
    return this.portal.get(`${REQUESTS}${query}`, user);
  }

  decide(
    id: string,
    decision: 'approve' | 'reject' | 'cancel' | 'comments',
    user: string,
    body: object = {},
  ) {
    return this.portal.post(`${REQUESTS}/${id}/${decision}`, body, user);
  }

  /** Waits until a request is in one of the states, and gives it. */
  async until(
    id: string,
    ...states: RestoreState[]
  ): Promise<RestoreRequestDetails> {
    const { body } = await this.portal.eventually(
      `${REQUESTS}/${id}`,
      'engineer',
      answer => expectState(answer.body, states),
    );
    return body;
  }

  restores(cluster = 'eu') {
    return this.sandbox.cluster(cluster).objects.list('restores');
  }

  /** Has Velero make another backup. */
  async backUp(name: string) {
    this.cluster.objects.put('backups', {
      metadata: { name, namespace: 'velero' },
      spec: { includedNamespaces: ['payments'], storageLocation: 'archive' },
    });
    await this.untilBackup(['eu'], name);
  }

  async untilBackup(clusters: string[], name = 'nightly') {
    for (const cluster of clusters) {
      await this.portal.eventually(
        `/clusters/${cluster}/backups/velero/${name}`,
        'payments-owner',
        ({ body }) => expectComplete(body),
      );
    }
  }

  async stop() {
    await this.portal.stop();
    await this.proxy?.stop();
    await this.sandbox.stop();
  }
}

/** What is in the way is shown with the state that it is in. */
function expectState(
  { state, outcome }: RestoreRequestDetails,
  states: RestoreState[],
) {
  expect({ state, outcome }).toEqual({
    state: expect.stringMatching(new RegExp(`^(${states.join('|')})$`)),
    outcome,
  });
}

function expectComplete(body: object) {
  expect(body).toMatchObject({
    phase: 'Completed',
    freshness: { state: 'live' },
  });
}
