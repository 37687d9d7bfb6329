import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';
import { lookup } from 'node:dns';

/**
 * Where webhooks of our own may go. `public`: https to addresses of the internet. `private`: https, also to this
 * installation's own network. `any`: http too, as `npm start` needs.
 */
export type WebhookTargets = 'public' | 'private' | 'any';

/** Networks that are no part of the internet (IANA special-purpose registries). */
const SPECIAL = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv6');
}
/** All that is given out to the internet; what lies outside is local, mapped or reserved. */
const GLOBAL_IPV6 = new BlockList();
GLOBAL_IPV6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the internet, not of a machine or a network of one's own. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !SPECIAL.check(address, 'ipv4');
    case 6:
      return GLOBAL_IPV6.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Why a webhook may not go to an address, as far as the address itself tells; nothing where it may. */
export function targetFault(url: string, targets: WebhookTargets): string | undefined {
  const { protocol, hostname, username, password, hash } = new URL(url);
  if (username || password || hash) return 'may hold no user, password or fragment';
  if (protocol !== 'https:' && !(targets === 'any' && protocol === 'http:')) return 'must be https';
  return targets === 'public' && isLocalHost(hostname) ? 'must be an address of the internet' : undefined;
}

function isLocalHost(hostname: string): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal)) return !isPublicAddress(literal);
  return !literal.includes('.') || /(^|\.)(localhost|local|internal)\.?$/i.test(literal);
}

/** The name leads to a machine or a network of our own. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
  readonly code = 'privateAddress';
}

/**
 * Looks a name up for a connection and gives only what may be connected to: the very addresses that are used, so that a
 * name cannot lead elsewhere between the look and the connection.
 */
export function lookupFor(targets: WebhookTargets): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const allowed = error
        ? []
        : addresses.filter(({ address }) => targets !== 'public' || isPublicAddress(address));
      const [first] = allowed;
      if (!first) {
        answer(error ?? new PrivateAddress(), []);
        return;
      }
      if (options.all) answer(null, allowed);
      else answer(null, first.address, first.family);
    });
  };
}
