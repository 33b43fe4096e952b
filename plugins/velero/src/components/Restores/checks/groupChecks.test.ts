import { RestoreCheck } from 'backstage-plugin-velero-common';
import { groupChecks } from './groupChecks';

describe('groupChecks', () => {
  it('puts what stops first, and what it does not know at the end', () => {
    const checks = [
      { id: 'phase-of-the-moon', level: 'warn', message: 'a' },
      { id: 'hosts', level: 'warn', message: 'e' },
      { id: 'source', level: 'ok', message: 'b' },
      { id: 'target', level: 'stop', message: 'c' },
      { id: 'policy', level: 'ok', message: 'd' },
    ] as RestoreCheck[];
    const found = groupChecks(checks).map(({ group, checks: of }) => [
      group,
      of.map(({ message }) => message).join(''),
    ]);
    expect(found).toEqual([
      ['rules', 'd'],
      ['namespaces', 'cb'],
      ['surroundings', 'e'],
      ['further', 'a'],
    ]);
  });
});
