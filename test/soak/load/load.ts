/**
 * A load: applications post messages without a pause while modems send them and recipients say STOP.
 * Notes when what was asked and answered; whether the promises held is looked at by promises.ts.
 */
import { sleep, systemClock } from '../../../src/clock.js';
import type { SimulatedModem } from '../../../src/simulator/index.js';
import { Random } from '../../interop/random.js';
import { until } from '../../system/until.js';
import { type ApiAnswer, ApiClient } from './api-client.js';
import { campaigns, personAt, personCount, textOf } from './people.js';
import { openMessages, waitingWebhooks } from './promises.js';
import type { ProcessFigures, Site } from './site.js';

export interface LoadOptions {
  readonly messages: number;
  readonly clients: number;
  /** How many recipients say STOP. */
  readonly stops: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

/** One message as it was asked for. */
export interface Posted {
  readonly to: string;
  /** Monotonic. */
  readonly askedMs: number;
  readonly status: number;
  readonly id: string | undefined;
}

export interface Stop {
  /** Wall time of the last moment before its announcement. */
  readonly saidAt: Date;
  readonly times: number;
  /** Monotonic, and on the wall: the API has refused a message since. */
  readonly refusedMs: number;
  readonly refusedAt: Date;
  /** From `+CMTI` until the API refused. */
  readonly tookMs: number;
}

export interface LoadRun {
  readonly posted: ReadonlyMap<number, Posted>;
  readonly stops: ReadonlyMap<string, Stop>;
  /** How many other texts came in. */
  readonly chatter: number;
  /** What was answered otherwise than it should have been. */
  readonly problems: readonly string[];
  readonly postMs: readonly number[];
  readonly readMs: readonly number[];
  /** From the first request to the last answer; until the last message went; until the last webhook. */
  readonly postingMs: number;
  readonly sendingMs: number;
  readonly tellingMs: number;
  readonly process: ProcessFigures;
}

const batchSize = 20;
/** Each of these many messages in a row starts a batch, which one client posts. */
const batchEvery = 200;
const repeatEvery = 25;
const readEvery = 10;
const againEvery = 5;
const settlePollMs = 250;
const stopPollMs = 5;

export async function runLoad(site: Site, options: LoadOptions): Promise<LoadRun> {
  return new Load(site, options).run();
}

class Load {
  readonly #site: Site;
  readonly #options: LoadOptions;
  readonly #random: Random;
  readonly #clients: readonly ApiClient[];
  readonly #posted = new Map<number, Posted>();
  readonly #stops = new Map<string, Stop>();
  readonly #stopping = new Set<string>();
  readonly #problems: string[] = [];
  readonly #postMs: number[] = [];
  readonly #readMs: number[] = [];
  #next = 1;
  #chatter = 0;

  constructor(site: Site, options: LoadOptions) {
    this.#site = site;
    this.#options = options;
    this.#random = new Random(options.seed);
    const { keys, address, modems } = site;
    this.#clients = Array.from(
      { length: options.clients + modems.length },
      (_client, place) => new ApiClient(address, keys[place % keys.length] ?? ''),
    );
  }

  async run(): Promise<LoadRun> {
    const { messages, clients, progress } = this.#options;
    const startedMs = systemClock.monotonicMs();
    const since = () => systemClock.monotonicMs() - startedMs;
    const posting = Promise.all(
      this.#clients.slice(0, clients).map((client) => this.#post(client)),
    );
    const stopping = Promise.all(
      this.#site.modems.map((modem, place) => this.#sayStop(modem, place)),
    );
    await posting;
    const postingMs = since();
    progress(`${messages} posted after ${Math.round(postingMs)} ms`);
    await stopping;
    progress(`${this.#stops.size} said STOP after ${Math.round(since())} ms`);
    await this.#settled('messages', openMessages);
    const sendingMs = this.#lastSubmitMs() - startedMs;
    progress(`sent after ${Math.round(sendingMs)} ms`);
    await this.#settled('webhooks', waitingWebhooks);
    const tellingMs = since();
    progress(`told after ${Math.round(tellingMs)} ms`);
    for (const client of this.#clients) client.close();
    return {
      posted: this.#posted,
      stops: this.#stops,
      chatter: this.#chatter,
      problems: this.#problems,
      postMs: this.#postMs,
      readMs: this.#readMs,
      ...{ postingMs, sendingMs, tellingMs },
      process: this.#site.figures(),
    };
  }

  async #post(client: ApiClient): Promise<void> {
    while (this.#next <= this.#options.messages) {
      const first = this.#next;
      const isBatch = first % batchEvery === 1;
      const last = Math.min(first + (isBatch ? batchSize : 1) - 1, this.#options.messages);
      this.#next = last + 1;
      if (isBatch) await this.#postBatch(client, first, last);
      else await this.#postOne(client, first);
    }
  }

  async #postOne(client: ApiClient, index: number): Promise<void> {
    const body = this.#bodyOf(index);
    const headers = { 'Idempotency-Key': `key-${index}` };
    const askedMs = systemClock.monotonicMs();
    const answer = await client.ask('POST /v1/messages', body, headers);
    this.#postMs.push(answer.ms);
    this.#note(index, body.to, askedMs, answer);
    if (answer.status === 202 && index % repeatEvery === 0) {
      const again = await client.ask('POST /v1/messages', body, headers);
      if (again.body.id !== answer.body.id) this.#report(`message ${index} was taken twice`, again);
    }
    if (answer.status === 202 && index % readEvery === 0) {
      const read = await client.ask(`GET /v1/messages/${answer.body.id}`);
      this.#readMs.push(read.ms);
      if (read.body.reference !== String(index)) this.#report(`message ${index} is lost`, read);
    }
  }

  async #postBatch(client: ApiClient, first: number, last: number): Promise<void> {
    const indexes = Array.from({ length: last - first + 1 }, (_index, place) => first + place);
    const messages = indexes.map((index) => this.#bodyOf(index));
    const askedMs = systemClock.monotonicMs();
    const { status, body } = await client.ask('POST /v1/messages/batch', { messages });
    if (status !== 200) this.#report('a batch was refused', { status, body });
    for (const [place, index] of indexes.entries()) {
      const result = body.results[place];
      const one = { status: result.status === 403 ? 403 : result.id ? 202 : 0, body: result };
      this.#note(index, messages[place]?.to ?? '', askedMs, one);
    }
  }

  #note(index: number, to: string, askedMs: number, answer: Omit<ApiAnswer, 'ms'>): void {
    const { status, body } = answer;
    const isExpected = status === 202 || (status === 403 && this.#stopping.has(to));
    if (!isExpected) this.#report(`message ${index} to ${to}`, answer);
    this.#posted.set(index, { to, askedMs, status, id: status === 202 ? body.id : undefined });
  }

  #bodyOf(index: number) {
    return {
      to: personAt(this.#random.integer(0, personCount - 1)),
      text: textOf(index),
      reference: String(index),
      campaign: campaigns[index % campaigns.length],
      ...(index % 10 === 0 && { category: 'transactional' }),
      ...(index % 17 === 0 && { priority: index % 10 }),
    };
  }

  /** One recipient after the other, as long as messages are posted; now and then one says it again. */
  async #sayStop(modem: SimulatedModem, place: number): Promise<void> {
    const client = this.#clients[this.#options.clients + place];
    if (client === undefined) throw new Error(`modem ${place} has no client`);
    const share = Math.ceil(this.#options.stops / this.#site.modems.length);
    for (let count = 0; count < share; count += 1) {
      const due = (this.#options.messages * (count + 0.5)) / share;
      await until('more is posted', () => this.#next > due);
      const from = this.#whoStops();
      const { saidAt, refusedMs, refusedAt, tookMs } = await this.#stop(client, modem, from);
      const isSaidAgain = count % againEvery === 0;
      // Through another SIM: what comes twice in a second through one may be one message.
      const other = this.#site.modems[(place + 1) % this.#site.modems.length];
      if (isSaidAgain) other?.receive({ from, text: 'STOP' });
      const times = isSaidAgain ? 2 : 1;
      this.#stops.set(from, { saidAt, times, refusedMs, refusedAt, tookMs });
      this.#chatter += 1;
      modem.receive({
        from: personAt(personCount + this.#chatter),
        text: `Thanks, it came well @${this.#chatter}`,
      });
    }
  }

  async #stop(client: ApiClient, modem: SimulatedModem, from: string) {
    const saidAt = systemClock.now();
    const saidMs = systemClock.monotonicMs();
    modem.receive({ from, text: 'STOP' });
    await until(`${from} is suppressed`, async () => {
      const { body } = await client.ask(`GET /v1/suppressions/${from}`);
      if (!body.suppressed) await sleep(systemClock, stopPollMs);
      return body.suppressed === true;
    });
    const answer = await client.ask('POST /v1/messages', { to: from, text: 'One more' });
    const refusedMs = systemClock.monotonicMs();
    if (answer.status !== 403) this.#report(`a message after the STOP of ${from}`, answer);
    return { saidAt, refusedMs, refusedAt: systemClock.now(), tookMs: refusedMs - saidMs };
  }

  /** Mostly somebody who was just written to, so that the message may be on its way. */
  #whoStops(): string {
    for (let back = 1; ; back += 1) {
      const person = this.#posted.get(this.#next - back)?.to;
      const from = person ?? personAt(this.#random.integer(0, personCount - 1));
      if (this.#stopping.has(from)) continue;
      this.#stopping.add(from);
      return from;
    }
  }

  /** Waits for as long as `left` gets smaller. */
  async #settled(what: string, left: (database: string) => number): Promise<void> {
    let before = Number.POSITIVE_INFINITY;
    for (;;) {
      await until(`fewer ${what} are open than ${before}`, async () => {
        await sleep(systemClock, settlePollMs);
        return left(this.#site.database) < before;
      });
      before = left(this.#site.database);
      if (before === 0) return;
    }
  }

  #lastSubmitMs(): number {
    const nowMs = systemClock.monotonicMs();
    const now = systemClock.now().getTime();
    const last = this.#site.modems.map(({ record }) => record.submits.at(-1)?.at.getTime() ?? 0);
    return nowMs - (now - Math.max(...last));
  }

  #report(what: string, { status, body }: Omit<ApiAnswer, 'ms'>): void {
    this.#problems.push(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  }
}
