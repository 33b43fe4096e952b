import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readProviderConfig } from './readProviderConfig';

describe('readProviderConfig', () => {
  const read = (velero?: JsonObject) =>
    readProviderConfig(
      mockServices.rootConfig({
        data: velero ? { catalog: { providers: { velero } } } : {},
      }),
    );

  it('reads the schedule and the owner of what is shared', () => {
    expect(
      read({
        schedule: { frequency: 'PT1H', timeout: { minutes: 2 } },
        defaultOwner: 'group:default/platform',
      }),
    ).toMatchObject({
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 2 } },
      defaultOwner: 'group:default/platform',
    });
  });

  it('needs no configuration', () => {
    expect(read()).toMatchObject({
      schedule: { frequency: { minutes: 5 } },
      defaultOwner: 'unknown',
    });
  });

  it('refuses a schedule that cannot be read', () => {
    expect(() => read({ schedule: { frequency: 'often' } })).toThrow();
  });
});
