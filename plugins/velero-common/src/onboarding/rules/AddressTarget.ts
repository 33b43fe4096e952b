import { FleetSnapshot } from '../FleetSnapshot';
import {
  IpAddress,
  isInRange,
  parseIpAddress,
  parseIpRange,
} from '../../net/ipAddress';
import { unwrapped } from '../../net/addressKind';
import { addressInName } from '../../net/wildcardDns';
import { DraftCluster } from '../TenantDraft';

/** Where a storage would be. */
export interface Host {
  /** As a URL has it, in lower case and without a dot at the end. */
  host: string;
  /** Where the bucket stands before the host: the host alone. What lists it means the hosts of its buckets, too. */
  endpoint?: string;
  field: string;
  fleet: FleetSnapshot;
  /** The clusters that would write or read there. */
  users: DraftCluster[];
}

/** A name, or the address that it is or holds. */
export interface AddressTarget extends Host {
  address?: IpAddress;
}

/** Names are not resolved: what a name leads to depends on who asks, and when. */
export function addressTarget(target: Host): AddressTarget {
  const { host } = target;
  const address =
    parseIpAddress(host.replace(/^\[|\]$/g, '')) ?? addressInName(host);
  return { ...target, address };
}

/** True for a host that configuration lists as one on premises. */
export function isListed({
  host,
  endpoint,
  address,
  fleet,
}: AddressTarget): boolean {
  return fleet.settings.privateHosts.some(entry => {
    const name = entry.toLowerCase();
    return (
      name === host ||
      name === endpoint ||
      isWithin(address, entry) ||
      (name.startsWith('*.') && host.endsWith(name.slice(1)))
    );
  });
}

/** True for a host that is the other one, a name with a star or an address. */
export function isHost(
  { host, address }: AddressTarget,
  other: string,
): boolean {
  const name = other.toLowerCase().replace(/\.$/, '');
  return (
    name === host ||
    isWithin(address, other) ||
    (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1))
  );
}

export function isWithin(address: IpAddress | undefined, text: string) {
  const range = address && parseIpRange(text);
  return Boolean(
    range && unwrapped(address).some(one => isInRange(one, range)),
  );
}
