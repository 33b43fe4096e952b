import { undecodableDurationOf } from './undecodableDuration';

describe('undecodableDurationOf', () => {
  it.each([
    [{ ttl: '30d' }, 'spec.ttl', '720h'],
    [{ ttl: '' }, 'spec.ttl', undefined],
    [{ csiSnapshotTimeout: '10' }, 'spec.csiSnapshotTimeout', undefined],
    [{ itemOperationTimeout: '1w' }, 'spec.itemOperationTimeout', '168h'],
    [
      { hooks: { resources: [{}, { post: [{ exec: { timeout: '1d' } }] }] } },
      'spec.hooks.resources.post.exec.timeout',
      '24h',
    ],
  ])('finds it in %j', (spec, field, hint) => {
    expect(undecodableDurationOf('backups', { spec })).toMatchObject({
      field,
      ...(hint && { hint }),
    });
  });

  it.each([
    undefined,
    {},
    { ttl: '720h0m0s', csiSnapshotTimeout: '0s' },
    { ttl: null, hooks: { resources: 'none' } },
    { ttl: 30 },
  ])('finds nothing in %j', spec => {
    expect(undecodableDurationOf('backups', { spec })).toBeUndefined();
  });

  it('looks into the template of a Schedule', () => {
    const object = { spec: { ttl: '1h', template: { ttl: '30d' } } };
    expect(undecodableDurationOf('schedules', object)?.field).toBe(
      'spec.template.ttl',
    );
  });
});
