import { readRestorePolicies } from '../policy/readRestorePolicies';

describe('readRestorePolicies of drills', () => {
  it.each<[string, object, object]>([
    ['nothing is said', {}, { allowed: true, workloads: false }],
    [
      'new namespaces are not allowed',
      { destinations: {} },
      { allowed: false, workloads: false },
    ],
    [
      'somebody has to agree to new namespaces',
      { destinations: { newNamespace: { approvals: [{ from: ['owner'] }] } } },
      { allowed: false, workloads: false },
    ],
    [
      'they are allowed by themselves',
      { destinations: {}, drills: { allowed: true } },
      { allowed: true, workloads: false },
    ],
    [
      'only what they run is said, and new namespaces are not allowed',
      { destinations: {}, drills: { workloads: true } },
      { allowed: false, workloads: true },
    ],
    [
      'they are forbidden',
      { drills: { allowed: false } },
      { allowed: false, workloads: false },
    ],
  ])('reads of drills what is meant where %s', (_name, changes, drills) => {
    const { policies } = readRestorePolicies([{ id: 'a', ...changes }]);
    expect(policies?.[0].drills).toEqual(drills);
  });
});
