import { IpAddress, parseIpAddress } from './ipAddress';

/**
 * Public domains whose names lead to the address that stands in them, so that a name of theirs is an address written
 * otherwise: `10.96.3.7.nip.io`, `minio-10-96-3-7.sslip.io`, `0a600307.nip.io`. Some lead to the machine itself when no
 * address stands there.
 */
const DOMAINS = [
  'nip.io',
  'sslip.io',
  'xip.io',
  'traefik.me',
  'local-ip.co',
  'local-ip.sh',
  'localtest.me',
  'lvh.me',
  'vcap.me',
  'backname.io',
  'plex.direct',
];

/** Overlapping, so that no reading is missed: services differ in which one they take. */
const READINGS =
  /(?<![^.-])(?=(?<decimal>\d{1,3}(?:[.-]\d{1,3}){3})[.-]|(?<hexadecimal>[0-9a-f]{8})[.-])/g;

/** Tells which of these domains a name belongs to. */
export function wildcardDomainOf(host: string): string | undefined {
  return DOMAINS.find(domain => host === domain || host.endsWith(`.${domain}`));
}

/** The address that a name of these domains leads to; nothing when none can be read there, or more than one. */
export function addressInName(host: string): IpAddress | undefined {
  if (!wildcardDomainOf(host)) {
    return undefined;
  }
  const [first, ...more] = [...host.matchAll(READINGS)];
  if (!first?.groups || more.length > 0) {
    return undefined;
  }
  const { decimal, hexadecimal } = first.groups;
  return decimal
    ? parseIpAddress(decimal.replace(/-/g, '.'))
    : { version: 4, value: BigInt(`0x${hexadecimal}`) };
}
