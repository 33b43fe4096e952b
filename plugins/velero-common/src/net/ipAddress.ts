/** An IP address as a number. */
export interface IpAddress {
  version: 4 | 6;
  value: bigint;
}

/** Addresses that begin with the same bits. */
export interface IpRange extends IpAddress {
  bits: number;
}

const SIZES = { 4: 32, 6: 128 } as const;

/** Reads an address in its usual form. Odd forms, as octal or decimal ones, have gone through a URL before. */
export function parseIpAddress(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** Reads a range, as `10.0.0.0/8`; an address alone is a range of one. */
export function parseIpRange(text: string): IpRange | undefined {
  const [start, length, ...more] = text.split('/');
  const address = parseIpAddress(start);
  if (!address || more.length > 0 || (length && !/^\d{1,3}$/.test(length))) {
    return undefined;
  }
  const size = SIZES[address.version];
  const bits = length === undefined ? size : Number(length || 'none');
  return bits <= size ? { ...address, bits } : undefined;
}

export function isInRange(address: IpAddress, range: IpRange): boolean {
  const shift = BigInt(SIZES[range.version] - range.bits);
  return (
    address.version === range.version &&
    address.value >> shift === range.value >> shift
  );
}

/** An IPv4 address in its usual form. */
export function ipv4Text({ value }: IpAddress): string {
  return [24n, 16n, 8n, 0n].map(bits => (value >> bits) & 255n).join('.');
}

function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split('.');
  const isAddress =
    parts.length === 4 &&
    parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isAddress ? { version: 4, value: joined(parts, 8) } : undefined;
}

function parseIpv6(text: string): IpAddress | undefined {
  const [head, tail, ...more] = text.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  if (!left || !right || more.length > 0) {
    return undefined;
  }
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) {
    return undefined;
  }
  const zeros = Array.from({ length: missing }, () => '0');
  const groups = [...left, ...zeros, ...right].map(group => `0x${group}`);
  return { version: 6, value: joined(groups, 16) };
}

/** The groups of half an address; the last one may be an IPv4 address. */
function groupsOf(text: string): string[] | undefined {
  if (text === '') {
    return [];
  }
  const groups = text.split(':');
  const last = groups[groups.length - 1];
  const embedded = last.includes('.') ? parseIpv4(last) : undefined;
  const all = embedded
    ? [
        ...groups.slice(0, -1),
        (embedded.value >> 16n).toString(16),
        (embedded.value & 0xffffn).toString(16),
      ]
    : groups;
  return all.every(group => /^[0-9a-f]{1,4}$/i.test(group)) ? all : undefined;
}

function joined(parts: string[], bits: number): bigint {
  return parts.reduce((sum, part) => (sum << BigInt(bits)) + BigInt(part), 0n);
}
