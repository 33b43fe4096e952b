import { matchGlob } from '../../velero/matchGlob';
import {
  DRILL_NAMES,
  drillNamespaceOf,
  isDrillNamespace,
} from './drillNamespace';

describe('names of scratch namespaces', () => {
  it.each([
    ['shop', 'shop-drill-0123abcd'],
    ['a'.repeat(63), `${'a'.repeat(48)}-drill-0123abcd`],
    [`${'a'.repeat(47)}-bcd`, `${'a'.repeat(47)}-drill-0123abcd`],
  ])('follow from %s', (source, expected) => {
    const name = drillNamespaceOf({ source, digest: '0123abcd' });
    expect(name).toBe(expected);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(isDrillNamespace(name)).toBe(true);
    expect(matchGlob(DRILL_NAMES, name)).toBe(true);
  });

  it.each([
    'shop',
    'shop-drill',
    'shop-drill-0123abc',
    'shop-drill-0123abcde',
    'shop-drill-0123ABCD',
    'shop-drill-0123abcg',
    '-drill-0123abcd',
    'shop-drill-0123abcd-1',
    `${'a'.repeat(49)}-drill-0123abcd`,
  ])('are not like %s', name => {
    expect(isDrillNamespace(name)).toBe(false);
  });
});
