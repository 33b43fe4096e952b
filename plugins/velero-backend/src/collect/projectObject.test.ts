import { projectNamespace } from './projectNamespace';
import { projectObject } from './projectObject';

const metadata = {
  name: 'a',
  namespace: 'velero',
  resourceVersion: '1',
};

describe('projectObject', () => {
  it('takes the time from the start, then from the creation, else from the beginning of time', () => {
    const at = (creationTimestamp?: string, startTimestamp?: string) =>
      projectObject('backups', {
        metadata: { ...metadata, creationTimestamp },
        status: { startTimestamp },
      })!.sort_time;
    const created = '2026-11-23T06:00:00Z';
    expect(at(created, '2026-11-20T02:00:00Z')).toBe(
      Date.parse('2026-11-20T02:00:00Z'),
    );
    expect(at(created)).toBe(Date.parse(created));
    expect(at(created, 'yesterday')).toBe(Date.parse(created));
    expect(at()).toBe(0);
  });

  it('takes what a schedule selects from its template', () => {
    const row = projectObject('schedules', {
      metadata,
      spec: { template: { includedNamespaces: ['payments'] } },
    });
    expect(row).toMatchObject({
      selection: { includes: ['payments'], excludes: [] },
    });
  });

  it('fits text into its columns', () => {
    const row = projectObject('backups', {
      metadata,
      spec: { storageLocation: 'x'.repeat(1_000) },
      status: { phase: `bad\u0000${'y'.repeat(1_000)}` },
    })!;
    expect(row.phase).toHaveLength(128);
    expect(row.phase).not.toContain('\u0000');
    expect(row.location).toHaveLength(255);
  });

  it('keeps objects small, and what they select whole', () => {
    const row = projectObject('backups', {
      metadata: {
        ...metadata,
        labels: { large: 'x'.repeat(1_000_000) },
      },
      spec: { includedNamespaces: ['payments'], ttl: '720h0m0s' },
      status: { phase: 'Completed' },
    })!;
    expect(row.doc.length).toBeLessThan(65_536);
    expect(JSON.parse(row.doc)).toMatchObject({
      spec: { ttl: '720h0m0s' },
      status: { phase: 'Completed' },
    });
  });

  it('gives locations that keep their objects in one place the same mark', () => {
    const place = (name: string, prefix: string, s3Url?: string) =>
      projectObject('backupstoragelocations', {
        metadata: { ...metadata, name },
        spec: {
          provider: 'aws',
          objectStorage: { bucket: 'b', prefix },
          config: { region: 'eu-west-1', ...(s3Url && { s3Url }) },
        },
      })!.place;
    const written = 'https://s3.dualstack.eu-west-1.amazonaws.com';
    expect(place('a', 'eu/')).toBe(place('b', 'eu'));
    expect(place('a', 'eu', written)).toBe(place('b', 'eu'));
    expect(place('a', 'eu')).not.toBe(place('a', 'us'));
  });

  it.each([
    ['https://s3.example.com', 'https://s3.example.com'],
    ['https://me:canary@s3.example.com/?key=canary', 'https://s3.example.com'],
    ['http://s3.example.com:9000/minio', 'http://s3.example.com:9000/minio'],
    // Velero's plugin refuses these; whose they are and where they lead can be read all the same.
    ['s3.example.com', 's3.example.com'],
    ['s3.example.com:9000', 's3.example.com:9000'],
    ['me:canary@s3.example.com/minio?key=canary', 's3.example.com/minio'],
    ['not an address', undefined],
    [17, undefined],
  ])('keeps of the address %j of a store: %j', (s3Url, kept) => {
    const row = projectObject('backupstoragelocations', {
      metadata,
      spec: { provider: 'aws', config: { s3Url } },
    })!;
    expect(JSON.parse(row.doc).spec.config.s3Url).toBe(kept);
  });

  it.each(['schedules', 'backupstoragelocations'] as const)(
    'keeps of %s whom a portal made them for, and no other annotation',
    resource => {
      const row = projectObject(resource, {
        metadata: {
          ...metadata,
          labels: {
            'app.kubernetes.io/managed-by': 'velero-for-backstage',
            'backstage.io/velero-tenant': 'payments',
            'backstage.io/velero-owner': 'group-default-payments-1',
          },
          annotations: {
            'backstage.io/owner': 'group:default/payments',
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
          },
        },
      })!;
      expect(row).toMatchObject({
        tenant: 'payments',
        tenant_owner: 'group-default-payments-1',
      });
      expect(JSON.parse(row.doc).metadata.annotations).toEqual({
        'backstage.io/owner': 'group:default/payments',
      });
    },
  );

  it('makes a message that differs at each check the same', () => {
    const message = (id: string) =>
      JSON.parse(
        projectObject('backupstoragelocations', {
          metadata,
          status: {
            message: `https response error StatusCode: 404, RequestID: ${id}, HostID: x${id}, NoSuchBucket: no such bucket.`,
          },
        })!.doc,
      ).status.message;
    expect(message('17A')).toBe(message('42B'));
    expect(message('17A')).toBe(
      'https response error StatusCode: 404, NoSuchBucket: no such bucket.',
    );
  });
});

describe('projectNamespace', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['payments', ['group:default/payments']],
    ['group:Payments', ['group:default/payments']],
    ['user:default/ann, team-a', ['user:default/ann', 'group:default/team-a']],
    ['component:default/api', ['component:default/api']],
    [':, payments', ['group:default/payments']],
    [42, []],
  ])('reads the owner %j', (owner, owners) => {
    const object = {
      metadata: {
        name: 'payments',
        resourceVersion: '1',
        annotations: { 'backstage.io/owner': owner as string },
      },
    };
    expect(projectNamespace(object)).toMatchObject({ owners });
  });

  it('keeps when the namespace was made', () => {
    const creationTimestamp = '2026-11-22T02:00:00Z';
    const object = {
      metadata: { name: 'payments', resourceVersion: '1', creationTimestamp },
    };
    expect(projectNamespace(object)).toMatchObject({
      createdAt: creationTimestamp,
    });
  });
});
