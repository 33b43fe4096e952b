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
});
