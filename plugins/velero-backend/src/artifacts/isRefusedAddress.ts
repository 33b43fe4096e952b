import { BlockList, isIP } from 'node:net';

/**
 * Where no store is, but what machines tell about themselves: link-local addresses and those at which clouds give
 * credentials away. A link is written in the cluster, so whoever writes it must not make the portal ask there.
 */
const REFUSED = new BlockList();
REFUSED.addSubnet('169.254.0.0', 16, 'ipv4');
REFUSED.addAddress('100.100.100.200', 'ipv4');
REFUSED.addSubnet('fe80::', 10, 'ipv6');
REFUSED.addAddress('fd00:ec2::254', 'ipv6');
REFUSED.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');

/** Tells whether nothing may be asked at an IP address; names are none. */
export function isRefusedAddress(address: string): boolean {
  const version = isIP(address);
  return (
    version !== 0 && REFUSED.check(address, version === 4 ? 'ipv4' : 'ipv6')
  );
}
