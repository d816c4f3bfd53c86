import { BlockList, isIP } from 'node:net';

/** Addresses of this computer (RFC 1122, RFC 4291). */
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Addresses of private networks (RFC 1918, RFC 3927, RFC 4193, RFC 6598). */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  closed.addSubnet(network, bits);
closed.addAddress('::', 'ipv6');
closed.addSubnet('fc00::', 7, 'ipv6');
closed.addSubnet('fe80::', 10, 'ipv6');

/**
 * Returns true if a redirect leads from a public address into a private network, or from one private host to another.
 */
export function isIntrusion(from: URL, to: URL): boolean {
  const isOfSameHost = from.hostname === to.hostname || (isLoopback(from) && isLoopback(to));
  return !isOfSameHost && (isLoopback(to) || isClosed(to));
}

const isLoopback = (url: URL): boolean => /(?:^|\.)localhost\.?$/.test(url.hostname) || isIn(loopback, url);
const isClosed = (url: URL): boolean => /\.(?:internal|local|lan)\.?$/.test(url.hostname) || isIn(closed, url);

/** `URL` converts every form of an IPv4 address to four decimals. A list also matches IPv4 addresses within IPv6. */
function isIn(list: BlockList, { hostname }: URL): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
