import { TenantRequest } from '../onboarding/TenantRequest';
import { VeleroClient } from './VeleroClient';

function clientAnswering(answer: () => Response) {
  const urls: string[] = [];
  const client = new VeleroClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: {
      fetch: async input => {
        urls.push(String(input));
        return answer();
      },
    },
  });
  return { client, urls };
}

const BACKUP = { cluster: 'eu', veleroNamespace: 'velero', name: 'first' };
const BACKUP_URL = 'http://portal/api/velero/clusters/eu/backups/velero/first';

describe('VeleroClient', () => {
  it('asks for backups of an entity with the filters that are set', async () => {
    const { client, urls } = clientAnswering(() =>
      Response.json({ items: [] }),
    );
    await client.getEntityBackups('component:default/payments-api', {
      limit: 10,
      phase: 'Completed',
      schedule: undefined,
      location: '',
    });
    expect(urls).toEqual([
      'http://portal/api/velero/entities/by-name/component/default/payments-api/backups?limit=10&phase=Completed',
    ]);
  });

  it('asks for all schedules and locations that one answer can hold', async () => {
    const { client, urls } = clientAnswering(() =>
      Response.json({ items: [] }),
    );
    await client.getEntitySchedules('component:default/payments-api');
    await client.getEntityLocations('component:default/payments-api');
    const entityUrl =
      'http://portal/api/velero/entities/by-name/component/default/payments-api';
    expect(urls).toEqual([
      `${entityUrl}/schedules?limit=200`,
      `${entityUrl}/locations?limit=200`,
    ]);
  });

  it('sends what a backup is to be made of, and gives what was made', async () => {
    const sent: Array<RequestInit | undefined> = [];
    const client = new VeleroClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal/api/velero' },
      fetchApi: {
        fetch: async (input, init) => {
          sent.push(init);
          return String(input) ===
            'http://portal/api/velero/entities/by-name/component/default/a/backups'
            ? Response.json({ name: 'made' }, { status: 201 })
            : Response.error();
        },
      },
    });
    const request = { cluster: 'eu', namespaces: ['payments'] };
    const made = await client.createBackup('component:default/a', request);
    expect(made.name).toBe('made');
    expect(sent[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  });

  it('sends what a schedule is to be like, and gives what became of it', async () => {
    const { client, urls } = clientAnswering(() =>
      Response.json({ outcome: 'unchanged' }),
    );
    const { outcome } = await client.createSchedule('component:default/a', {
      cluster: 'eu',
      namespaces: ['payments'],
      name: 'nightly',
      cron: '0 2 * * *',
    });
    expect(outcome).toBe('unchanged');
    expect(urls).toEqual([
      'http://portal/api/velero/entities/by-name/component/default/a/schedules',
    ]);
  });

  it('asks for drills, has them made, and sets when they are', async () => {
    const sent: string[] = [];
    const client = new VeleroClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal' },
      fetchApi: {
        fetch: async (input, init) => {
          const { pathname } = new URL(String(input));
          const path = pathname.replace('/entities/by-name/component/', '');
          sent.push([init?.method ?? 'GET', path, init?.body].join(' ').trim());
          return Response.json({ namespaces: [] });
        },
      },
    });
    const ref = 'component:default/shop';
    const times = { cluster: 'eu', namespaces: ['shop'], cron: '0 3 * * 1' };
    await client.getDrills(ref);
    await client.requestDrill(ref, { key: 'a-new-key' });
    await client.getDrillSchedule(ref);
    await client.setDrillSchedule(ref, times);
    await client.removeDrillSchedule(ref);
    expect(sent).toEqual([
      'GET default/shop/drills',
      'POST default/shop/drills {"key":"a-new-key"}',
      'GET default/shop/drill-schedule',
      `PUT default/shop/drill-schedule ${JSON.stringify(times)}`,
      'DELETE default/shop/drill-schedule',
    ]);
  });

  it('encodes what it puts into a path', async () => {
    const { client, urls } = clientAnswering(() => Response.json({}));
    await client.getBackup({
      cluster: 'eu/../x',
      veleroNamespace: 'velero',
      name: 'a?b',
    });
    expect(urls).toEqual([
      'http://portal/api/velero/clusters/eu%2F..%2Fx/backups/velero/a%3Fb',
    ]);
  });

  it('gives a log as a stream', async () => {
    const { client, urls } = clientAnswering(() => new Response('line\n'));
    const log = await client.getBackupLog(BACKUP);
    await expect(new Response(log).text()).resolves.toBe('line\n');
    expect(urls).toEqual([`${BACKUP_URL}/logs`]);
  });

  it('gives an empty log as a stream, too', async () => {
    const { client } = clientAnswering(() => new Response(null));
    const log = await client.getBackupLog(BACKUP);
    await expect(new Response(log).text()).resolves.toBe('');
  });

  it('asks for what is in a backup', async () => {
    const { client, urls } = clientAnswering(() =>
      Response.json({ items: [] }),
    );
    await client.getBackupResults(BACKUP);
    await client.getBackupResources(BACKUP, { q: 'a b', offset: 100 });
    await client.getBackupVolumes(BACKUP);
    expect(urls).toEqual([
      `${BACKUP_URL}/results`,
      `${BACKUP_URL}/resources?q=a+b&offset=100`,
      `${BACKUP_URL}/volumes`,
    ]);
  });

  it('throws what the backend says', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'No such backup' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(client.getClusters()).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotFoundError', message: 'No such backup' },
    });
  });

  it('has a tenant planned, onboarded, looked at and cancelled', async () => {
    const sent: string[] = [];
    const client = new VeleroClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal/api/velero' },
      fetchApi: {
        fetch: async (input, init) => {
          sent.push(`${init?.method ?? 'GET'} ${input} ${init?.body}`);
          return Response.json({ id: 'a/b' });
        },
      },
    });
    const request = { tenant: 'payments' } as TenantRequest;
    await client.getTenantNamespaces('group:default/payments');
    await client.getTenants({ limit: 5 });
    await client.getStoragePlaces({ limit: 5, cursor: 'a+b' });
    await client.planTenant({ request });
    await client.onboardTenant({ request, accepted: 'digest' });
    await client.planOffboarding('a/b');
    await client.offboardTenant('a/b');
    await client.getOperation('a/b');
    await client.cancelOperation('a/b');
    const base = 'http://portal/api/velero';
    expect(sent).toEqual([
      `GET ${base}/tenants/namespaces?owner=group%3Adefault%2Fpayments undefined`,
      `GET ${base}/tenants?limit=5 undefined`,
      `GET ${base}/locations?limit=5&cursor=a%2Bb undefined`,
      `POST ${base}/tenants/plan {"request":{"tenant":"payments"}}`,
      `POST ${base}/tenants {"request":{"tenant":"payments"},"accepted":"digest"}`,
      `GET ${base}/tenants/a%2Fb/offboard undefined`,
      `POST ${base}/tenants/a%2Fb/offboard undefined`,
      `GET ${base}/operations/a%2Fb undefined`,
      `POST ${base}/operations/a%2Fb/cancel undefined`,
    ]);
  });
});
