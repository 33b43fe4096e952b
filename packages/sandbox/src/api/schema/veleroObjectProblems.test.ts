import { veleroObjectProblems } from './veleroObjectProblems';

const LOCATION = {
  apiVersion: 'velero.io/v1',
  kind: 'BackupStorageLocation',
  metadata: { name: 'default', namespace: 'velero' },
  spec: { provider: 'aws', objectStorage: { bucket: 'b' } },
};

describe('veleroObjectProblems', () => {
  it.each([
    [LOCATION, []],
    [
      { ...LOCATION, spec: { ...LOCATION.spec, bucket: 'b' } },
      ['unknown field spec.bucket'],
    ],
    [
      { ...LOCATION, spec: { provider: 'aws', objectStorage: {} } },
      ['spec.objectStorage.bucket: Required value'],
    ],
    [
      { ...LOCATION, spec: { ...LOCATION.spec, config: { a: true } } },
      [
        'spec.config.a: Invalid value: "boolean": spec.config.a in body must be of type string: "boolean"',
      ],
    ],
    [{ ...LOCATION, kind: 'Pod' }, ['Velero has no velero.io/v1 Pod']],
    [undefined, ['Velero has no  undefined']],
  ])('of %j: %j', (object, expected) => {
    expect(veleroObjectProblems(object)).toEqual(expected);
  });
});
