import { fleet, request } from '../__testUtils__/onboardingFleet';
import { planTenant } from '../planTenant';
import { manifestsOf } from './manifestsOf';
import { manifestWarnings } from './manifestWarnings';

const plan = planTenant(request(), fleet()).plan!;

function reference(remoteKeys?: Record<string, string>) {
  const type = 'external-secret' as const;
  return { credential: { type, store: 'vault', remoteKeys } };
}

describe('manifestWarnings', () => {
  it.each<[Record<string, string> | undefined, string[]]>([
    [undefined, []],
    [{ credentials: 'payments/r2' }, []],
    [{ unused: 'shop/credentials' }, []],
    [{ credentials: 'shop/credentials' }, ['remote-key-elsewhere']],
    [{ credentials: 'payments-2/r2' }, ['remote-key-elsewhere']],
    [{ credentials: 'payments/../shop/r2' }, ['remote-key-elsewhere']],
  ])('of keys %j', (keys, codes) => {
    const found = manifestWarnings(plan, reference(keys));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('has the key in the files that are reviewed', () => {
    const keys = { credentials: 'shop/credentials' };
    const [readme] = manifestsOf(plan, reference(keys));
    expect(readme.content).toContain('from `shop/credentials`');
  });
});
