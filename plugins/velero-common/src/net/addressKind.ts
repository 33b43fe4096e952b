import { IpAddress, IpRange, isInRange, parseIpRange } from './ipAddress';

/**
 * What an address that is no public one is for.
 *
 * - `never`: of the link of the machine, of a cloud's metadata or of no machine at all: no store is there
 * - `machine`: of the machine itself: no store is there for others
 * - `private`: of a network of one's own, where a store may well be
 */
export type AddressKind = 'never' | 'machine' | 'private';

/** The worst first: an address may carry another one. */
const ORDER: AddressKind[] = ['never', 'machine', 'private'];

/** Ranges with a meaning of their own; the first that fits counts. */
const KINDS: Array<[AddressKind, string, ...string[]]> = [
  [
    'never',
    'the metadata service of a cloud',
    '169.254.169.254',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd20:ce::254',
  ],
  ['never', 'the machine itself', '0.0.0.0/8', '::'],
  ['machine', 'the machine itself', '127.0.0.0/8', '::1'],
  ['never', 'the link of the machine', '169.254.0.0/16', 'fe80::/10'],
  [
    'never',
    'many machines at once',
    '224.0.0.0/4',
    '255.255.255.255',
    'ff00::/8',
  ],
  ['never', 'nobody', '240.0.0.0/4', '192.0.0.0/24', '100::/64', '2001::/32'],
  [
    'private',
    'a private network',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    'fc00::/7',
    'fec0::/10',
  ],
  ['private', 'the network of a carrier or a cluster', '100.64.0.0/10'],
  ['private', 'measurements', '198.18.0.0/15'],
];

const RANGES = KINDS.flatMap(([kind, meaning, ...ranges]) =>
  ranges.map(text => ({ kind, meaning, range: rangeOf(text) })),
);

/** Ranges of IPv6 that carry an IPv4 address, and how many bits follow it. */
const CARRIERS: Array<[IpRange, number]> = [
  [rangeOf('::ffff:0:0/96'), 0],
  [rangeOf('::ffff:0:0:0/96'), 0],
  [rangeOf('::/96'), 0],
  [rangeOf('64:ff9b::/96'), 0],
  [rangeOf('64:ff9b:1::/48'), 0],
  [rangeOf('2002::/16'), 80],
];

export function rangeOf(text: string): IpRange {
  const range = parseIpRange(text);
  if (!range) {
    throw new Error(`'${text}' is no range of addresses`);
  }
  return range;
}

/** The address, and the IPv4 address that it leads to in the end. */
export function unwrapped(address: IpAddress): IpAddress[] {
  const carrier = CARRIERS.find(([range]) => isInRange(address, range));
  // The first numbers of `::/96` are no addresses of IPv4, but `::` and `::1`.
  if (!carrier || address.value < 0x10000n) {
    return [address];
  }
  const value = (address.value >> BigInt(carrier[1])) & 0xffffffffn;
  return [address, { version: 4, value }];
}

/** Says what an address is for; nothing for a public one. */
export function addressKindOf(
  address: IpAddress,
): { kind: AddressKind; meaning: string } | undefined {
  return unwrapped(address)
    .flatMap(one => RANGES.filter(({ range }) => isInRange(one, range)))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))[0];
}
