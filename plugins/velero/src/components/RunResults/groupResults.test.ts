import { ArtifactResult } from 'backstage-plugin-velero-common';
import { groupResults } from './groupResults';

function result(overrides: Partial<ArtifactResult>): ArtifactResult {
  return {
    severity: 'error',
    scope: 'namespace',
    namespace: 'payments',
    message: 'x',
    count: 1,
    ...overrides,
  };
}

describe('groupResults', () => {
  it('keeps the order of places, errors first', () => {
    const groups = groupResults([
      result({ scope: 'velero', namespace: undefined }),
      result({}),
      result({ severity: 'warning' }),
    ]);

    expect(
      groups.map(({ severity, scope, namespace }) => [
        severity,
        scope,
        namespace,
      ]),
    ).toEqual([
      ['error', 'velero', undefined],
      ['error', 'namespace', 'payments'],
      ['warning', 'namespace', 'payments'],
    ]);
  });

  it('says once what was said of several objects of a kind', () => {
    const [group] = groupResults([
      result({ message: 'resource: /pods name: /db-0 message: /no', count: 2 }),
      result({ message: 'resource: /pods name: /db-1 message: /no' }),
      result({ message: 'resource: /secrets name: /db-1 message: /no' }),
      result({ message: 'no', count: 4 }),
    ]);

    expect(group.count).toBe(8);
    expect(group.lines).toEqual([
      { resource: undefined, names: [], message: 'no', count: 4 },
      {
        resource: 'pods',
        names: ['db-0', 'db-1'],
        message: 'no',
        count: 3,
      },
      { resource: 'secrets', names: ['db-1'], message: 'no', count: 1 },
    ]);
  });
});
