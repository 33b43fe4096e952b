import { ContractTarget } from '../target/ContractTarget';

/** A target with one region for cases that do not talk to it, unless `url` answers. */
export function testTarget(
  options: Partial<ContractTarget> & { url?: string } = {},
): ContractTarget {
  const { url = 'http://127.0.0.1:1', ...rest } = options;
  return {
    shared: false,
    regions: [
      {
        name: 'a',
        url,
        tokens: { admin: 'admin' },
        kubeconfig: '',
        veleroNamespace: 'velero',
        defaultLocation: 'archive',
      },
    ],
    tools: {},
    speed: 1,
    lacks: {},
    stop: async () => {},
    ...rest,
  };
}
