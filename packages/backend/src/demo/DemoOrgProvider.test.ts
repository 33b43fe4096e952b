import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  Entity,
  groupEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { DeferredEntity } from '@backstage/plugin-catalog-node';
import { DemoOrgProvider } from './DemoOrgProvider';
import { demoUsers } from './demoUsers';

async function provide(): Promise<Entity[]> {
  const applyMutation = jest.fn();
  const file = resolvePackagePath('backend', '../../examples/org.yaml');
  await new DemoOrgProvider(file).connect({
    applyMutation,
    refresh: jest.fn(),
  });
  expect(applyMutation).toHaveBeenCalledTimes(1);
  const [mutation] = applyMutation.mock.calls[0];
  expect(mutation.type).toBe('full');
  return mutation.entities.map(({ entity }: DeferredEntity) => entity);
}

describe('DemoOrgProvider', () => {
  it('provides each user that may sign in', async () => {
    const entities = await provide();
    const users = entities.filter(({ kind }) => kind === 'User');
    expect(users.map(({ metadata }) => metadata.name).sort()).toEqual(
      [...demoUsers].sort(),
    );
  });

  it('provides entities that the catalog takes', async () => {
    for (const entity of await provide()) {
      const { check } =
        entity.kind === 'User'
          ? userEntityV1alpha1Validator
          : groupEntityV1alpha1Validator;
      await expect(check(entity)).resolves.toBe(true);
      expect(entity.metadata.annotations).toMatchObject({
        'backstage.io/managed-by-location': expect.stringMatching(/^file:/),
        'backstage.io/managed-by-origin-location':
          expect.stringMatching(/^file:/),
      });
    }
  });

  it('provides every group that a user is a member of', async () => {
    const entities = await provide();
    const groups = entities.filter(({ kind }) => kind === 'Group');
    const names = groups.map(({ metadata }) => metadata.name);
    const memberships = entities.flatMap(
      ({ spec }) => (spec?.memberOf ?? []) as string[],
    );
    expect(memberships.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(memberships));
  });
});
