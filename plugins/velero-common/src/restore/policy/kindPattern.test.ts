import { excludesResource, namesResource } from './kindPattern';

const binding = {
  resource: 'rolebindings',
  group: 'rbac.authorization.k8s.io',
};
const secret = { resource: 'secrets', group: '' };

describe('the name of a kind', () => {
  it.each([
    ['rolebindings.rbac.authorization.k8s.io', binding, true, true],
    ['*.rbac.authorization.k8s.io', binding, true, true],
    // What is to be kept out is kept out by any name; what is let in is let in by its whole name.
    ['rolebindings', binding, true, false],
    ['roles', binding, false, false],
    ['rolebindings.example.com', binding, false, false],
    ['*.authorization.k8s.io', binding, true, false],
    ['*.k8s.io', binding, true, false],
    ['*.orization.k8s.io', binding, false, false],
    ['*.example.com', binding, false, false],
    ['secrets', secret, true, true],
    ['secrets.example.com', secret, false, false],
  ])('%s of %j: excludes %s, names %s', (name, resource, excludes, names) => {
    expect(excludesResource([name], resource)).toBe(excludes);
    expect(namesResource([name], resource)).toBe(names);
  });
});
