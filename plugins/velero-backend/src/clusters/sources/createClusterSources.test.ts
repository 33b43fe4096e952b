import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { BASE } from '../__testUtils__/ConfiguredClusters';
import { createClusterSources } from './createClusterSources';

describe('createClusterSources', () => {
  const logger = mockServices.logger.mock();

  function idsOf(config: JsonObject) {
    return createClusterSources({
      logger,
      config: new ConfigReader(config),
      auth: mockServices.auth.mock(),
      discovery: mockServices.discovery.mock(),
    }).map(({ id }) => id);
  }

  it('are the own ones first, and those of Kubernetes where it is configured', () => {
    expect(idsOf({})).toEqual(['velero.clusters']);
    expect(idsOf({ kubernetes: {} })).toEqual([
      'velero.clusters',
      'kubernetes.clusterLocatorMethods',
      'kubernetes plugin',
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('warn of certificates that are not checked', () => {
    idsOf({
      velero: {
        clusters: [
          BASE,
          { ...BASE, name: 'b', skipTLSVerify: true },
          { ...BASE, name: 'c', skipTLSVerify: false },
        ],
      },
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                ...BASE,
                name: 'd',
                authProvider: 'aws',
                skipTLSVerify: true,
              },
            ],
          },
        ],
      },
    });
    expect(logger.warn.mock.calls).toEqual(
      ['b', 'd'].map(name => [
        `The certificate of cluster '${name}' is not checked, because skipTLSVerify is set`,
      ]),
    );
  });
});
