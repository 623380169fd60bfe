/** A proxy as operators put one in front: it takes the path of base_url off and tells who asks. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontProxy {
  /** The address that recipients open, with a path. */
  readonly baseUrl: string;
  /** Where it passes requests on to: `127.0.0.1:40001`. */
  target: string;
  close(): Promise<void>;
}

const path = '/sms';
/** As of a client from elsewhere. */
export const clientAddress = '203.0.113.9';

export async function openProxy(): Promise<FrontProxy> {
  const proxy = { target: '' };
  const server = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked;
    if (!url.startsWith(`${path}/`)) {
      answer.writeHead(502).end();
      return;
    }
    const passed = request(
      `http://${proxy.target}${url.slice(path.length)}`,
      { method, agent: false, headers: { ...headers, 'x-forwarded-for': clientAddress } },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    baseUrl: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
