/** `stopgate run` as a process of its own, with its API on a real socket. */
import { execFileSync } from 'node:child_process';
import { type IncomingHttpHeaders, request } from 'node:http';
import { Readable } from 'node:stream';
import type { Message } from '../../src/domain/message.js';
import type { Ended, Running } from './program.js';
import { until } from './until.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What was answered, read as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Asking {
  /** JSON, or a body as it stands when it is a string or octets. */
  readonly body?: unknown;
  /** Another key than that of all scopes; null: none. */
  readonly key?: string | null;
  readonly idempotencyKey?: string;
  /** The address to ask from, one of 127.0.0.0/8. */
  readonly from?: string;
}

export class Daemon {
  readonly #process: Running;
  readonly #address: string;
  readonly #key: string;

  private constructor(process: Running, address: string, key: string) {
    this.#process = process;
    this.#address = address;
    this.#key = key;
  }

  /** Resolves once `process` listens; rejects with what it said when it ends before. */
  static async listening(process: Running, key: string): Promise<Daemon> {
    const address = await until('the daemon listens', () => {
      if (process.hasEnded()) throw new Error(`the daemon ended: ${process.stderr()}`);
      return /"address":"(http:[^"]+)"/.exec(process.stdout())?.[1];
    });
    return new Daemon(process, address, key);
  }

  async untilReady(): Promise<void> {
    await until('/readyz says yes', async () => (await this.ask('GET /readyz')).status === 200);
  }

  async untilNotReady(): Promise<void> {
    await until('/readyz says no', async () => (await this.ask('GET /readyz')).status === 503);
  }

  /** Where it listens: `127.0.0.1:40001`. */
  get host(): string {
    return new URL(this.#address).host;
  }

  /** That of all scopes. */
  get key(): string {
    return this.#key;
  }

  /** What it has logged so far. */
  get log(): string {
    return this.#process.stdout();
  }

  /** `kill -9`, as power loss is for a process; whatever follows happens without it. */
  kill(): void {
    this.#process.signal('SIGKILL');
  }

  /**
   * The kernel refuses whatever it would write to a file from now on, or takes it again: EFBIG, where
   * a full disk gives ENOSPC. Pipes, sockets and terminals are not concerned.
   */
  diskTakes(what: 'nothing' | 'everything'): void {
    const soft = what === 'nothing' ? '0' : 'unlimited';
    execFileSync('prlimit', [`--pid=${this.#process.pid}`, `--fsize=${soft}:`]);
  }

  /** SIGTERM, as systemd sends it. */
  stop(): Promise<Ended> {
    this.#process.signal('SIGTERM');
    return this.#process.ended;
  }

  /** SIGHUP, as `systemctl reload` sends it. */
  reload(): void {
    this.#process.signal('SIGHUP');
  }

  get ended(): Promise<Ended> {
    return this.#process.ended;
  }

  /** `asked` is as in the documentation: `POST /v1/messages`. One connection each. */
  ask(asked: string, { body, key, idempotencyKey, from }: Asking = {}): Promise<Answer> {
    const [method = '', path = ''] = asked.split(' ');
    const content = contentOf(body);
    const bearer = key === undefined ? this.#key : key;
    return new Promise((resolve, reject) => {
      const asking = request(
        this.#address + path,
        {
          method,
          agent: false,
          ...(from !== undefined && { localAddress: from }),
          headers: {
            // Else the server hangs up on a body that it does not want, and its answer may be lost.
            connection: 'keep-alive',
            ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
            ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': content.length,
            }),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const { statusCode = 0, headers } = response;
            resolve({ status: statusCode, headers, body: JSON.parse(text) });
            asking.destroy();
          });
          // An answer may come before all of a large body has left: the rest stays here.
          source.unpipe(asking);
        },
      );
      asking.on('error', reject);
      const source = Readable.from(piecesOf(content));
      source.pipe(asking);
    });
  }

  /** Posts a message; its id. Throws what was answered when it is refused. */
  async send(to: string, text: string): Promise<string> {
    const { status, body } = await this.ask('POST /v1/messages', { body: { to, text } });
    if (status !== 202) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
    return String(body.id);
  }

  async message(id: string): Promise<Message> {
    const { status, body } = await this.ask(`GET /v1/messages/${id}`);
    if (status !== 200) throw new Error(`no message: ${JSON.stringify(body)}`);
    return body as unknown as Message;
  }

  /** Waits until the message has come to `status`. */
  untilMessage(id: string, status: Message['status']): Promise<Message> {
    return until(`the message is ${status}`, async () => {
      const message = await this.message(id);
      return message.status === status && message;
    });
  }

  async isSuppressed(number: string): Promise<boolean> {
    return (await this.ask(`GET /v1/suppressions/${number}`)).body.suppressed === true;
  }

  untilSuppressed(number: string): Promise<boolean> {
    return until(`${number} is suppressed`, () => this.isSuppressed(number));
  }

  /** Waits until `count` messages have been received in all. */
  async untilReceived(count: number): Promise<void> {
    await until(`${count} messages were received`, async () => {
      const { items } = (await this.ask('GET /v1/inbound?limit=1000')).body;
      return Array.isArray(items) && items.length >= count;
    });
  }
}

function contentOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function* piecesOf(content: Buffer): Generator<Buffer> {
  const octets = 65_536;
  for (let start = 0; start < content.length; start += octets) {
    yield content.subarray(start, start + octets);
  }
}
