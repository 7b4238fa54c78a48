import { isIPv6 } from 'node:net'

const MAPPED_IPV4 = /^::ffff:(\d+(?:\.\d+){3})$/i
/** An internet provider usually gives one customer a whole /64: four of the eight groups. */
const NETWORK_GROUPS = 4
const GROUPS = 8

/** The key of a rate limit by network address: an IPv4 address, or the first 64 bits of an IPv6 address, because one machine can use all that share them. */
export function networkOf(ipAddress: string): string {
  const mapped = MAPPED_IPV4.exec(ipAddress)?.[1]
  if (mapped) return mapped
  const [address = ''] = ipAddress.split('%')
  if (!isIPv6(address)) return ipAddress
  // The URL parser writes every form of an address in the same way, without an embedded IPv4 address.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = Array<string>(GROUPS - first.length - last.length).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, NETWORK_GROUPS).join(':')}::/64`
}

const groupsOf = (part: string) => (part ? part.split(':') : [])
