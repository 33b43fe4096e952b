import { TenantPlan } from 'backstage-plugin-velero-common';
import { locksOf } from './locksOf';

function planOf(locations: Array<{ bucket: string; s3Url?: string }>) {
  const planned = locations.map(({ bucket, s3Url }) => ({
    object: {
      spec: {
        provider: 'aws',
        objectStorage: { bucket, prefix: 'eu' },
        config: { region: 'eu-central-1', ...(s3Url && { s3Url }) },
      },
    },
  }));
  const clusters = [{ locations: planned }];
  return { tenant: 'payments', clusters } as unknown as TenantPlan;
}

describe('locksOf', () => {
  it('has one lock for one bucket, however it is written', () => {
    const s3Url = 'https://s3.dualstack.eu-central-1.amazonaws.com';
    expect(
      locksOf(
        planOf([
          { bucket: 'backups' },
          { bucket: 'Backups' },
          { bucket: 'backups', s3Url },
        ]),
      ),
    ).toEqual(['tenant/payments', expect.stringMatching(/^bucket\/\w{64}$/)]);
  });

  it('has one for each other bucket', () => {
    const s3Url = 'https://objects.example.com';
    expect(
      locksOf(
        planOf([
          { bucket: 'backups' },
          { bucket: 'others' },
          { bucket: 'backups', s3Url },
        ]),
      ),
    ).toHaveLength(1 + 3);
  });
});
