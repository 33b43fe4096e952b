import { OwnedNamespace } from '../../store/NamespaceStore';
import { inCluster } from './inCluster';
import { inNamespace } from './inNamespace';
import { isNamespaceOwner } from './isNamespaceOwner';

const namespaces: OwnedNamespace[] = [
  { cluster: 'eu', namespace: 'payments', owners: ['group:default/payments'] },
  { cluster: 'us', namespace: 'payments', owners: ['group:default/payments'] },
  { cluster: 'eu', namespace: 'shop', owners: ['group:default/shop'] },
  { cluster: 'eu', namespace: 'unmarked', owners: [] },
];

const columns = {
  cluster: (namespace: OwnedNamespace) => [namespace.cluster],
  namespace: (namespace: OwnedNamespace) => [namespace.namespace],
  owner: (namespace: OwnedNamespace) => namespace.owners,
};

describe('rules on namespaces', () => {
  it.each([
    ['inCluster', inCluster, { clusters: ['eu'] }, [0, 2, 3]],
    ['inCluster', inCluster, { clusters: [] }, []],
    ['inNamespace', inNamespace, { namespaces: ['payments'] }, [0, 1]],
    [
      'isNamespaceOwner',
      isNamespaceOwner,
      { claims: ['group:default/shop', 'user:default/ann'] },
      [2],
    ],
    ['isNamespaceOwner', isNamespaceOwner, { claims: [] }, []],
  ])(
    '%s: applying and querying agree',
    (_, rule, parameters, expected: number[]) => {
      const { apply, toQuery } = rule as unknown as {
        apply(resource: OwnedNamespace, parameters: object): boolean;
        toQuery(parameters: object): {
          column: keyof typeof columns;
          values: string[];
        };
      };
      const { column, values } = toQuery(parameters);
      const applied = namespaces.filter(n => apply(n, parameters));
      const queried = namespaces.filter(n =>
        columns[column](n).some(value => values.includes(value)),
      );
      expect(applied).toEqual(expected.map(i => namespaces[i]));
      expect(queried).toEqual(applied);
    },
  );
});
