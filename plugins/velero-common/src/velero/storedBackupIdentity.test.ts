import { storedBackupIdentity } from './storedBackupIdentity';

const place = { provider: 'aws', bucket: 'b', prefix: 'eu' };

describe('storedBackupIdentity', () => {
  it('is equal for one stored backup, however its place is written', () => {
    expect(storedBackupIdentity({ place, name: 'nightly-1' })).toBe(
      storedBackupIdentity({
        place: { ...place, provider: 'velero.io/aws', prefix: '/eu/' },
        name: 'nightly-1',
      }),
    );
  });

  it('differs by place and name', () => {
    const identities = [
      { place, name: 'nightly-1' },
      { place, name: 'nightly-2' },
      { place: { ...place, prefix: 'us' }, name: 'nightly-1' },
      { place: { ...place, prefix: 'eu/nightly-1' }, name: '' },
    ].map(storedBackupIdentity);
    expect(new Set(identities).size).toBe(4);
  });

  it('is not known without a bucket', () => {
    expect(
      storedBackupIdentity({ place: { provider: 'aws' }, name: 'x' }),
    ).toBeUndefined();
  });
});
