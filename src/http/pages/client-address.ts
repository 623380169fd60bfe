/**
 * Whose address a request is from. A proxy on this machine is believed about the client that it
 * speaks for; nobody else is believed about anybody.
 */
import { isIP, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The peer's address, or, behind a peer on this machine (loopback or a Unix socket), the last entry
 * of X-Forwarded-For, which that peer wrote. Undefined where neither is an IP address.
 */
export function clientAddress(context: Context): string | undefined {
  const peer = plain(peerOf(context));
  if (peer !== undefined && !isLoopback(peer)) return peer;
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return plain(forwarded) ?? peer;
}

/** One household for limits: an IPv6 address by its first 64 bits, of which a client has all others. */
export function limitKey(address: string | undefined): string {
  if (address === undefined) return 'local';
  if (!isIPv6(address)) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*$/u, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

/** A request that came without a socket, as in a test, has no peer. */
function peerOf(context: Context): string | undefined {
  const bindings: unknown = context.env;
  const hasSocket = typeof bindings === 'object' && bindings !== null && 'incoming' in bindings;
  return hasSocket ? getConnInfo(context).remote.address : undefined;
}

/** Without a port or brackets, and IPv4 as IPv4 where a socket for both kinds wraps it. */
function plain(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/u.exec(address)?.[1] ??
    /^([\d.]+):\d+$/u.exec(address)?.[1] ??
    address;
  const unwrapped = bare.replace(/^::ffff:(?=[\d.]+$)/iu, '');
  return isIP(unwrapped) === 0 ? undefined : unwrapped;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^127\./u.test(address);
}
