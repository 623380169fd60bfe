/** The application that webhooks tell: notes what came in which order, and fails now and then. */
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Of so many events one is refused at its first try. */
const refuseEvery = 150;

export class ToldApplication {
  /** The header webhook-id of each request, in order; once more where it was told once more. */
  readonly ids: string[] = [];
  readonly #seen = new Set<string>();
  readonly #server = new Server((request, response) => {
    request.resume();
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const isNew = !this.#seen.has(id);
      this.#seen.add(id);
      this.ids.push(id);
      response.writeHead(isNew && this.#seen.size % refuseEvery === 0 ? 500 : 204).end();
    });
  });

  /** Its address. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/sms`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
