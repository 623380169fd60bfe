/** Reads where to listen: `127.0.0.1:7867`, `[::1]:7867`, `localhost:7867`, `unix:/run/x.sock`. */
import { isIPv4, isIPv6 } from 'node:net';
import type { Listen } from './config.js';

/** Octets that a Unix socket's path may have (sockaddr_un, without its closing zero). */
const LONGEST_SOCKET_PATH = 107;

/** Undefined when `text` is no such address. */
export function parseListen(text: string): Listen | undefined {
  if (text.startsWith('unix:')) {
    const path = text.slice('unix:'.length);
    const fits = path.startsWith('/') && Buffer.byteLength(path) <= LONGEST_SOCKET_PATH;
    return fits && path.length > 1 ? { kind: 'unix', path } : undefined;
  }
  const parts = /^(?:\[([^\]]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/u.exec(text);
  const host = parts?.[1] ?? parts?.[2];
  const port = Number(parts?.[3]);
  if (host === undefined || port > 65_535) return undefined;
  if (parts?.[1] !== undefined && !isIPv6(host)) return undefined;
  if (/^[\d.]+$/u.test(host) && !isIPv4(host)) return undefined;
  return { kind: 'tcp', host, port };
}

/** Whether two that listen there would be in each other's way; port 0 is another one each time. */
export function isSameAddress(one: Listen, other: Listen): boolean {
  if (one.kind === 'unix' || other.kind === 'unix') {
    return one.kind === 'unix' && other.kind === 'unix' && one.path === other.path;
  }
  if (one.port !== other.port || one.port === 0) return false;
  const hosts = [one.host, other.host].map((host) => (host === 'localhost' ? '127.0.0.1' : host));
  return hosts[0] === hosts[1] || hosts.includes('0.0.0.0') || hosts.includes('::');
}

/** Whether only this machine can reach it. */
export function isLocal(listen: Listen): boolean {
  return (
    listen.kind === 'unix' ||
    listen.host === 'localhost' ||
    listen.host === '::1' ||
    /^127(?:\.\d{1,3}){3}$/u.test(listen.host)
  );
}
