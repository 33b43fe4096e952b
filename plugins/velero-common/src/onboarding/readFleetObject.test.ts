import { readFleetLocation, readFleetObject } from './readFleetObject';

describe('readFleetLocation', () => {
  it('reads what tells a place, and whose it is', () => {
    const object = {
      metadata: {
        name: 'payments--eu-west',
        namespace: 'velero',
        labels: {
          'app.kubernetes.io/managed-by': 'velero-for-backstage',
          'backstage.io/velero-tenant': 'payments',
          'backstage.io/velero-portal': 'acme',
          'backstage.io/velero-owner': 'group-default-payments-1',
        },
        annotations: { 'backstage.io/owner': 'Group:default/Payments' },
      },
      spec: {
        provider: 'aws',
        accessMode: 'ReadOnly',
        objectStorage: { bucket: 'b', prefix: 'p' },
        config: { region: 'auto', s3Url: 'https://s3.example.com' },
        credential: { name: 'secret', key: 'cloud' },
      },
    };
    expect(readFleetLocation('eu-west', object)).toEqual({
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'payments--eu-west',
      owner: {
        tenant: 'payments',
        portal: 'acme',
        owner: 'group-default-payments-1',
        ref: 'group:default/payments',
      },
      provider: 'aws',
      endpoint: 'https://s3.example.com',
      region: 'auto',
      bucket: 'b',
      prefix: 'p',
      accessMode: 'ReadOnly',
      credential: { name: 'secret', key: 'cloud' },
    });
  });

  it.each([
    [{}],
    [null],
    [{ metadata: { labels: { 'backstage.io/velero-tenant': 'payments' } } }],
    [{ spec: { credential: { key: 'cloud' }, accessMode: 7 } }],
  ])('takes %j for nobody’s', object => {
    expect(readFleetLocation('eu-west', object)).toEqual({
      cluster: 'eu-west',
      veleroNamespace: '',
      name: '',
      accessMode: 'ReadWrite',
    });
    expect(readFleetObject('eu-west', object).owner).toBeUndefined();
  });
});
