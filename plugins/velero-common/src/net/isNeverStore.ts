import { addressKindOf } from './addressKind';
import { parseIpAddress } from './ipAddress';

/**
 * Tells whether an IP address is one where nothing may be asked for a store: of the metadata service of a cloud, which
 * gives credentials away, of the link, or of no machine at all. The machine itself may have one, as in a demo; names are no
 * addresses.
 *
 * @public
 */
export function isNeverStore(text: string): boolean {
  // An address of a link may name the interface, too.
  const address = parseIpAddress(text.split('%')[0]);
  return address !== undefined && addressKindOf(address)?.kind === 'never';
}
