/** Chooses the transport for a port as the configuration names it. */
import { connectSerial } from './serial-port.js';
import { connectTcp } from './tcp.js';
import type { Connect } from './transport.js';

/**
 * @param port the path of a tty, or `tcp://host:port` (an IPv6 host in brackets)
 * @param baud the rate of the tty; of no meaning with TCP
 * @throws RangeError when a `tcp://` address has no host or no possible port
 */
export function connectTo(port: string, baud: number): Connect {
  if (!/^tcp:/i.test(port)) return connectSerial({ path: port, baudRate: baud });
  const match = /^tcp:\/\/(?:\[([^\]]+)\]|([^:/[\]]+)):(\d{1,5})\/?$/i.exec(port);
  const host = match?.[1] ?? match?.[2];
  const number = Number(match?.[3]);
  if (host === undefined || number < 1 || number > 65_535) {
    throw new RangeError(`${port} is no address of a modem; it would be tcp://host:port`);
  }
  return connectTcp({ host, port: number });
}
