import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readBackupNow } from './readBackupNow';

const read = (backupNow?: JsonObject) =>
  readBackupNow(
    mockServices.rootConfig({ data: { velero: { backupNow } as JsonObject } }),
  );

describe('readBackupNow', () => {
  it.each([
    [undefined, { perUserAndHour: 6, keepFor: '720h' }],
    [{ perUserAndHour: 1 }, { perUserAndHour: 1, keepFor: '720h' }],
    [{ keepFor: '48h' }, { perUserAndHour: 6, keepFor: '48h' }],
  ])('reads %j', (settings, expected) => {
    expect(read(settings)).toEqual(expected);
  });

  it.each([
    [{ perUserAndHour: 0 }, /perUserAndHour is 0, expected .* 1 to 100/],
    [{ perUserAndHour: 1.5 }, /perUserAndHour is 1.5/],
    [{ perUserAndHour: 101 }, /perUserAndHour is 101/],
    [{ keepFor: '30d' }, /velero\.backupNow\.keepFor: '30d'.*as 720h/],
  ])('refuses %j and says what is expected', (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });
});
