/** Reads where to listen: `127.0.0.1:7867`, `[::1]:7867`, `localhost:7867`, `unix:/run/x.sock`. */
import { isIPv6 } from 'node:net';
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
  if (parts?.[1] !== undefined && !isIPv6(parts[1])) return undefined;
  return { kind: 'tcp', host, port };
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
