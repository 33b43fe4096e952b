import { isNeverStore } from './isNeverStore';

describe('isNeverStore', () => {
  it.each([
    // Metadata of AWS, of Azure, of Alibaba, of Oracle and of Google.
    ['169.254.169.254', true],
    ['168.63.129.16', true],
    ['100.100.100.200', true],
    ['192.0.0.192', true],
    ['fd00:ec2::254', true],
    ['fd20:ce::254', true],
    // The same within addresses of IPv6.
    ['::ffff:169.254.169.254', true],
    ['::ffff:a83f:8110', true],
    ['64:ff9b::a9fe:a9fe', true],
    ['2002:a9fe:a9fe::1', true],
    // The link, and no machine.
    ['169.254.0.1', true],
    ['fe80::1', true],
    ['fe80::1%eth0', true],
    ['0.0.0.0', true],
    ['::', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    // The machine itself has the store of a demo.
    ['127.0.0.1', false],
    ['::1', false],
    // On premises, and public.
    ['10.0.0.1', false],
    ['100.64.0.1', false],
    ['fd12::1', false],
    ['198.51.100.7', false],
    ['2a01:4f8::1', false],
    // No addresses.
    ['169.254.169.254.nip.io', false],
    ['localhost', false],
    ['', false],
  ])('of %s: %s', (text, expected) => {
    expect(isNeverStore(text)).toBe(expected);
  });
});
