import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import knex from 'knex';
import { TenantFixture, tenantInput } from '../__testUtils__/TenantFixture';
import scaffolderModuleVelero from '../index';

jest.setTimeout(60_000);

const CANARY = 'canary-secret-key';

const RIGHT = {
  VELERO_CREDENTIALS_ACCESS_KEY_ID: 'sandbox',
  VELERO_CREDENTIALS_SECRET_ACCESS_KEY: 'sandbox',
};

/** As a template of the examples, with the inputs written out. */
const template: Entity & { spec: object } = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'onboard', namespace: 'default', uid: '1' },
  spec: {
    type: 'service',
    owner: 'group:default/payments',
    parameters: [],
    steps: [
      {
        id: 'onboard',
        name: 'Onboard',
        action: 'velero:tenant:onboard',
        input: tenantInput(),
      },
    ],
    output: { text: [{ content: '${{ steps.onboard.output.summary }}' }] },
  },
};

describe('a task of the scaffolder', () => {
  const folder = createMockDirectory();
  let fixture: TenantFixture;

  beforeEach(() => {
    // Jest gives answers the arrays of another realm, which the scaffolder refuses as outputs.
    jest
      .spyOn(Response.prototype, 'json')
      .mockImplementation(async function json(this: Response) {
        return JSON.parse(await this.text());
      });
    folder.clear();
  });

  async function start() {
    fixture = await TenantFixture.start({
      config: {
        backend: {
          workingDirectory: folder.path,
          database: {
            client: 'better-sqlite3',
            connection: { directory: folder.path },
          },
        },
      },
      entities: [template],
      features: [
        databaseServiceFactory,
        scaffolderPlugin,
        scaffolderModuleVelero,
      ],
    });
  }

  afterEach(async () => {
    await fixture?.stop();
    jest.restoreAllMocks();
  });

  async function call(path: string, body?: object) {
    const { port } = fixture.backend.server;
    const url = `http://localhost:${port()}/api/scaffolder${path}`;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: fixture.ownerHeader,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    expect(response.status).toBeLessThan(300);
    return response.json();
  }

  async function begin(secrets: Record<string, string>): Promise<string> {
    const templateRef = 'template:default/onboard';
    const { id } = await call('/v2/tasks', {
      templateRef,
      values: {},
      secrets,
    });
    return id;
  }

  async function ended(id: string) {
    for (;;) {
      const task = await call(`/v2/tasks/${id}`);
      if (!['open', 'processing'].includes(task.status)) {
        return { task, events: await call(`/v2/tasks/${id}/events`) };
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function untilLogged(id: string, text: string) {
    while (
      !JSON.stringify(await call(`/v2/tasks/${id}/events`)).includes(text)
    ) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** All rows of all tables of the databases of plugins. */
  async function everyRow(): Promise<unknown[]> {
    const files = Object.keys(folder.content() ?? {}).filter(name =>
      name.endsWith('.sqlite'),
    );
    expect(files).toEqual(
      expect.arrayContaining(['scaffolder.sqlite', 'velero.sqlite']),
    );
    const rows: unknown[] = [];
    for (const filename of files) {
      const database = knex({
        client: 'better-sqlite3',
        connection: { filename: folder.resolve(filename) },
        useNullAsDefault: true,
      });
      const tables = await database('sqlite_master').where({ type: 'table' });
      for (const { name } of tables) {
        rows.push(...(await database(name).select()));
      }
      await database.destroy();
    }
    return rows;
  }

  it('onboards a tenant', async () => {
    await start();
    const { task, events } = await ended(await begin(RIGHT));
    expect([task.status, JSON.stringify(events)]).toEqual([
      'completed',
      expect.stringContaining('eu is applied'),
    ]);
    expect(fixture.namesIn('us')).toHaveLength(1 + 2 + 4);
  });

  it('tells why not, and keeps no secret anywhere', async () => {
    await start();
    const id = await begin({
      VELERO_CREDENTIALS_ACCESS_KEY_ID: `id-${CANARY}`,
      VELERO_CREDENTIALS_SECRET_ACCESS_KEY: CANARY,
    });
    const { task, events } = await ended(id);
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toContain('Velero cannot use');
    const rows = await everyRow();
    expect(JSON.stringify(rows)).toContain('Velero cannot use');
    expect(JSON.stringify([task, events, fixture.logged, rows])).not.toContain(
      CANARY,
    );
    expect(fixture.namesIn('eu')).toEqual([]);
  });

  it('takes everything back when it is cancelled', async () => {
    await start();
    fixture.sandbox.clusters.forEach(({ name }) =>
      fixture.sandbox.cluster(name).faults.set({ slow: 300 }),
    );
    const id = await begin(RIGHT);
    await untilLogged(id, 'is under way');
    await call(`/v2/tasks/${id}/cancel`, {});
    await untilLogged(id, "Onboarding tenant 'payments' was cancelled");
    const { task } = await ended(id);
    expect(['cancelled', 'failed']).toContain(task.status);
    expect(fixture.namesIn('eu')).toEqual([]);
    expect(fixture.namesIn('us')).toEqual([]);
  });
});
