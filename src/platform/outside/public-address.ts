import { BlockList, isIP } from 'node:net'

// The special-purpose registries of IANA (RFC 6890 and its updates), and what is no single host of the internet.
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4')
}

// Only global unicast (2000::/3) is the internet; in it, these carry an IPv4 address inside or lead nowhere.
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  closed6.addSubnet(network, prefix, 'ipv6')
}

/**
 * Whether an IP address is a host of the public internet: not private, loopback, link-local, shared (CGNAT), multicast,
 * reserved or for documentation, nor an IPv6 form that carries an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 * @param address as `dns.lookup` gives it, without brackets; anything else is not public
 * @example isPublicAddress('::ffff:127.0.0.1') // false
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  // A zone index names an interface of this very machine.
  if (version === 0 || address.includes('%')) return false
  if (version === 4) return !closed.check(address, 'ipv4')
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}
