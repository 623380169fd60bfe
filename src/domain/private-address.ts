/**
 * Which IP addresses are of the public internet, and which are of this machine, a private network or
 * nobody. May import node:net, whose lists of blocks do the reckoning; it resolves no names.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** IANA's IPv4 special-purpose registry (RFC 6890) as far as it is not global, and multicast. */
const notPublicV4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private (RFC 1918)
  ['100.64.0.0', 10], // carrier-grade NAT (RFC 6598)
  ['127.0.0.0', 8], // this machine
  ['169.254.0.0', 16], // link-local (RFC 3927), and where clouds keep their metadata
  ['172.16.0.0', 12], // private (RFC 1918)
  ['192.0.0.0', 24], // protocol assignments (RFC 6890)
  ['192.0.2.0', 24], // documentation (RFC 5737)
  ['192.88.99.0', 24], // 6to4 relays (RFC 7526)
  ['192.168.0.0', 16], // private (RFC 1918)
  ['198.18.0.0', 15], // benchmarks (RFC 2544)
  ['198.51.100.0', 24], // documentation (RFC 5737)
  ['203.0.113.0', 24], // documentation (RFC 5737)
  ['224.0.0.0', 4], // multicast (RFC 5771)
  ['240.0.0.0', 4], // reserved (RFC 1112), and broadcast
] as const;

/** Within 2000::/3, outside of which nothing is global unicast (RFC 4291 §2.4). */
const notPublicV6 = [
  ['2001::', 23], // protocol assignments (RFC 2928), Teredo among them
  ['2001:db8::', 32], // documentation (RFC 3849)
  ['2002::', 16], // 6to4 (RFC 3056): leads to any IPv4 address
  ['3fff::', 20], // documentation (RFC 9637)
] as const;

const special = new BlockList();
for (const [network, prefix] of notPublicV4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of notPublicV6) special.addSubnet(network, prefix, 'ipv6');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IPv4 or IPv6 address is of the public internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  // One with a zone (fe80::1%eth0) is of this link.
  if (isIP(address) !== 6 || address.includes('%')) return false;
  const carried = carriedV4(address);
  if (carried !== undefined) return isPublicAddress(carried);
  return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Whether a host, as a URL has it, is plainly not public: such an address, or a name for one. */
export function isPlainlyPrivate(host: string): boolean {
  const address = withoutBrackets(host);
  if (isIP(address) !== 0) return !isPublicAddress(address);
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/iu.test(host);
}

/** `[::1]`, as URLs have it, without its brackets. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/u, '$1');
}

/** The IPv4 address within a mapped one (RFC 4291 §2.5.5.2), or behind a NAT64 (RFC 6052). */
function carriedV4(address: string): string | undefined {
  const canonical = withoutBrackets(new URL(`http://[${address}]`).hostname);
  const [, high, low] =
    /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(canonical) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
