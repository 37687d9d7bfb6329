import type { Agent } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { useAgent as filteringAgent } from 'request-filtering-agent';

/**
 * Where webhooks of our own may go. `public`: https to addresses of the internet. `private`: https, also to this
 * installation's own network. `any`: http too, as `npm start` needs.
 */
export type WebhookTargets = 'public' | 'private' | 'any';

/** Whether an address is one of the internet: in none of the ranges that IANA has set aside for something else. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'unicast';
}

/** Why a webhook may not go to an address, as far as the address itself shows; nothing where it may. */
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

/**
 * An agent that connects only where `targets` allows. It checks the very addresses that it connects to, so that a name
 * cannot lead elsewhere between the check and the connection.
 */
export function agentFor(url: string, targets: WebhookTargets): Agent {
  const isPrivateAllowed = targets !== 'public';
  return filteringAgent(url, {
    allowPrivateIPAddress: isPrivateAllowed,
    allowMetaIPAddress: isPrivateAllowed,
  });
}

/** Whether a request failed because its agent may not connect to the address. The agent's errors have no code. */
export function isPrivateAddress(error: Error): boolean {
  return /^DNS lookup .* is not allowed\./.test(error.message);
}
