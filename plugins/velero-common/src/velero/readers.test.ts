import { readBackup, timeOfBackup } from './backup';
import { readSchedule } from './schedule';
import { readStorageLocation } from './storageLocation';

const odd = [
  undefined,
  null,
  'text',
  42,
  [],
  {},
  { metadata: null, spec: null, status: null },
  { metadata: [], spec: 'x', status: 7 },
  { status: { phase: 5, progress: 'half', warnings: '1', expiration: 3 } },
  { metadata: { labels: 'none' }, spec: { storageLocation: {} } },
];

describe('readers', () => {
  it.each(odd)('read %j without failing', object => {
    expect(readBackup(object)).toMatchObject({ validationErrors: [] });
    expect(readSchedule(object)).toMatchObject({ cron: '', paused: false });
    expect(readStorageLocation(object)).toMatchObject({
      accessMode: 'ReadWrite',
      default: false,
    });
  });

  it('read a finished backup', () => {
    const facts = readBackup({
      metadata: {
        creationTimestamp: '2026-11-23T06:00:00Z',
        labels: { 'velero.io/schedule-name': 'eu-all' },
      },
      spec: { storageLocation: 'archive', ttl: '720h0m0s' },
      status: {
        phase: 'Completed',
        startTimestamp: '2026-11-22T02:00:01Z',
        completionTimestamp: '2026-11-22T02:01:00Z',
        expiration: '2026-12-22T02:00:01Z',
        progress: { totalItems: 12, itemsBackedUp: 12 },
        warnings: 1,
        queuePosition: 0,
      },
    });
    expect(facts).toEqual({
      phase: 'Completed',
      createdAt: '2026-11-23T06:00:00.000Z',
      startedAt: '2026-11-22T02:00:01.000Z',
      completedAt: '2026-11-22T02:01:00.000Z',
      expiresAt: '2026-12-22T02:00:01.000Z',
      itemsDone: 12,
      itemsTotal: 12,
      warnings: 1,
      schedule: 'eu-all',
      location: 'archive',
      ttl: '720h0m0s',
      validationErrors: [],
    });
    expect(timeOfBackup(facts)).toBe('2026-11-22T02:00:01.000Z');
  });

  it.each([
    ['yesterday', undefined],
    ['', undefined],
    ['+275760-09-13T00:00:00Z', undefined],
    ['2026-02-30T99:00:00Z', undefined],
    ['2026-11-23T07:00:00+02:00', '2026-11-23T05:00:00.000Z'],
  ])('read the time %p as %p', (startTimestamp, expected) => {
    expect(readBackup({ status: { startTimestamp } }).startedAt).toBe(expected);
  });

  it.each([
    [3, 3],
    [0, 0],
    [-5, undefined],
    [1.5, undefined],
    [1e300, undefined],
    ['1', undefined],
  ])('read the count %p as %p', (warnings, expected) => {
    expect(readBackup({ status: { warnings } }).warnings).toBe(expected);
  });

  it.each([
    ['720h0m0s', '720h0m0s'],
    ['0s', undefined],
    ['0h0m0s', undefined],
    [undefined, undefined],
  ])('read the time to live %p as %p', (ttl, expected) => {
    expect(readBackup({ spec: { ttl } }).ttl).toBe(expected);
    expect(readSchedule({ spec: { template: { ttl } } }).ttl).toBe(expected);
  });

  it('take the time of a backup that never started from its creation', () => {
    const facts = readBackup({
      metadata: { creationTimestamp: '2026-11-23T06:00:00Z' },
      status: { phase: 'FailedValidation' },
    });
    expect(timeOfBackup(facts)).toBe('2026-11-23T06:00:00.000Z');
  });
});
