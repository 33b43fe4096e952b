import { warned } from '../__testUtils__/found';

describe('checkVolumes', () => {
  it.each([
    ['none', 'volumes-off'],
    ['snapshots', 'volumes-stay'],
  ] as const)('warns of %s', (volumes, code) => {
    expect(warned({ volumes })).toContain(code);
  });
});
