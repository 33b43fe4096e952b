import { warned } from '../__testUtils__/found';
import { cluster, fleet } from '../__testUtils__/onboardingFleet';

describe('checkVolumes', () => {
  it.each([
    ['none', 'volumes-off'],
    ['snapshots', 'volumes-stay'],
  ] as const)('warns of %s', (volumes, code) => {
    expect(warned({ volumes })).toContain(code);
  });

  it.each([
    [{ nodeAgent: true }, []],
    [{ nodeAgent: false }, ['volumes-need']],
    [{}, ['volumes-unknown']],
  ])('of a server with %j warns of %j', (parts, expected) => {
    const velero = {
      namespace: 'velero',
      objectStores: ['velero.io/aws'],
      zone: 'UTC',
      ...parts,
    };
    const clusters = [cluster('eu-west', { veleros: [velero] })];
    const codes = warned({}, fleet({ clusters }));
    expect(codes.filter(code => code.startsWith('volumes-'))).toEqual(expected);
    // Snapshots are made by the server itself.
    expect(warned({ volumes: 'snapshots' }, fleet({ clusters }))).not.toContain(
      'volumes-unknown',
    );
  });
});
