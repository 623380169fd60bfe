/**
 * A gateway at work for a long simulated time, with the faults of real modems at random: the driver,
 * the services and a real database on the simulated modem, in memory and on a clock of its own. What
 * the modem was handed is the oracle; this file only says what became of it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadConfig } from '../../src/config/load.js';
import { silentLog } from '../../src/log.js';
import { Receiver } from '../../src/service/receiver.js';
import { Sender } from '../../src/service/sender.js';
import { openServices } from '../../src/services.js';
import {
  connectInMemory,
  parseFault,
  type RecordedSubmit,
  SimulatedModem,
} from '../../src/simulator/index.js';
import { decodePdu } from '../../src/sms/index.js';
import { setScene } from '../modem/scene.js';
import { FakeClock } from '../support/fake-clock.js';

export interface SoakOptions {
  readonly seed: number;
  readonly minutes: number;
  /** Each way. */
  readonly messages: number;
  readonly dataDir: string;
  readonly progress: (line: string) => void;
}

export interface SoakResult {
  /** Messages that were asked for, by what became of them; `refused`: the recipient had opted out. */
  readonly sent: Readonly<Record<string, number>>;
  readonly received: number;
  readonly stops: number;
  readonly faults: number;
  readonly restarts: number;
  /** Live heap of the services in octets, before and after; the modem and its record left out. */
  readonly heap: { readonly before: number; readonly after: number };
  /** What must not be: a sentence each. */
  readonly broken: readonly string[];
}

/** Faults that end by themselves or with `calm`, and after which work can go on. */
const FAULTS = [
  'silent',
  'unanswered',
  'unsolicited-flood',
  'lines-amid:place=answer,count=20',
  'lines-amid:place=prompt,count=5',
  'stuck-at-prompt',
  'foreign-program',
  'registration:stat=2',
  'emergency-only',
  'incoming-call',
  'restarts',
  'restarts:quietly=yes',
  'restarts:at=submit',
  'restarts:at=submit,taken=no',
  'power-cut',
  'not-ready',
  'lost-announcement',
  'announce-index',
  'not-ready-yet',
  'direct-and-stored',
  'delete-fails',
  'silent-on-submit',
  'error-on-submit',
  'error-on-submit:taken=yes',
  'late-submit-answer:delay=130s',
  'answer-with-next',
  'odd-spelling',
] as const;

const PEOPLE = 400;
const SECOND = 1_000;

/** A linear congruential generator (Numerical Recipes): the same row of numbers for a seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function textOf(submit: RecordedSubmit): { to: string; text: string } {
  const pdu = decodePdu(submit.hex);
  if (pdu instanceof Error || pdu.type !== 'submit') throw new Error(`no SUBMIT: ${submit.hex}`);
  return { to: pdu.to.value, text: pdu.text ?? '' };
}

function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Runs it all; rejects only where the bench itself breaks. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { seed, minutes, messages, dataDir, progress } = options;
  const clock = new FakeClock();
  const config = loadConfig({
    file: 'soak',
    env: {},
    hostName: 'soak',
    readFile: () => `
[gateway]
country = "GB"
data_dir = ${JSON.stringify(dataDir)}
[[modem]]
name = "main"
port = "/dev/main"
[optout]
brand = "Corner Shop"
`,
  });
  let wake = () => {};
  const services = openServices(config, clock, () => wake());
  const { store, consent, replies, outbox } = services;
  const sender = new Sender({
    store,
    consent,
    clock,
    log: silentLog,
    retryUnconfirmed: false,
    modems: config.modems,
    downFor: () => undefined,
    wake: () => wake(),
  });
  const receiver = new Receiver({
    store,
    replies,
    sender,
    clock,
    log: silentLog,
    country: 'GB',
    onQueued: () => wake(),
  });
  const before = liveHeap();
  const outcome = await work();
  wake = () => {};
  let after = Number.POSITIVE_INFINITY;
  // What is still on its way holds on to the modem for a while.
  for (let round = 0; round < 5; round += 1) {
    await clock.advance(0);
    after = Math.min(after, liveHeap());
  }
  store.close();
  return { ...outcome, heap: { before, after } };

  async function work(): Promise<Omit<SoakResult, 'heap'>> {
    const next = random(seed);
    const oneOf = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
    const people = Array.from(
      { length: PEOPLE },
      (_, index) => `+4477009${String(index).padStart(5, '0')}`,
    );
    const sim = new SimulatedModem({ clock, submitLatencyMs: 60 });
    const { modem } = setScene({
      connect: connectInMemory(sim),
      clock,
      source: sender,
      inbox: receiver,
    });
    wake = () => modem.wake();
    modem.start();
    await clock.advance(5 * SECOND);

    const posted = new Map<string, { id: string; to: string }>();
    const arrived = new Map<string, string>();
    const stops = new Map<string, number>();
    const sent: Record<string, number> = { refused: 0 };
    let faults = 0;
    let faultAt = 10;
    let calmAt = Number.POSITIVE_INFINITY;
    const seconds = minutes * 60;
    const calm = () => {
      sim.calm();
      sim.play(parseFault('registration:stat=1'));
    };
    for (let second = 0; second < seconds; second += 1) {
      if (second >= calmAt) {
        calm();
        calmAt = Number.POSITIVE_INFINITY;
      }
      if (second >= faultAt) {
        sim.play(parseFault(oneOf(FAULTS)));
        faults += 1;
        calmAt = second + 2 + Math.floor(next() * 8);
        faultAt = calmAt + 5 + Math.floor(next() * 35);
      }
      const due = Math.floor((messages * (second + 1)) / seconds);
      while (posted.size + (sent.refused ?? 0) < due) {
        const to = oneOf(people);
        const text = `Message ${posted.size + (sent.refused ?? 0)}`;
        const result = outbox.send({ to, text });
        if (result.kind === 'accepted') posted.set(text, { id: result.message.id, to });
        else if (result.kind === 'suppressed') sent.refused = (sent.refused ?? 0) + 1;
        else throw new Error(`not taken: ${result.kind}`);
      }
      while (arrived.size < due) {
        const from = oneOf(people);
        const draw = next();
        const word = draw < 0.02 ? 'STOP' : draw < 0.03 ? 'START' : 'Thanks';
        // A number behind the word would make another text of it; a signature does not.
        const text =
          word === 'Thanks'
            ? `Thanks for number ${arrived.size}. ${draw > 0.97 ? 'It was good. '.repeat(14) : ''}`
            : `${word}${'.'.repeat(1 + Math.floor(next() * 6))}`;
        arrived.set(`${arrived.size}`, `${from} ${text}`);
        if (word === 'STOP') stops.set(from, (stops.get(from) ?? 0) + 1);
        sim.receive({ from, text });
      }
      await clock.advance(SECOND);
      if ((second + 1) % 300 === 0) {
        progress(
          `${(second + 1) / 60} min: ${sim.record.submits.length} handed over, ${faults} faults`,
        );
      }
    }
    calm();
    // The last back-off, the last late answer and the last sweep.
    await clock.advance(60 * 60 * SECOND);

    const broken: string[] = [];
    const taken = new Map<string, RecordedSubmit[]>();
    for (const submit of sim.record.submits) {
      if (submit.outcome !== 'accepted') continue;
      const { to, text } = textOf(submit);
      const key = posted.has(text) ? text : `answer to ${to}`;
      taken.set(key, [...(taken.get(key) ?? []), submit]);
    }
    for (const [text, { id, to }] of posted) {
      const status = store.messages.find(id)?.status ?? 'lost';
      sent[status] = (sent[status] ?? 0) + 1;
      const times = taken.get(text)?.length ?? 0;
      const right =
        status === 'sent' || status === 'delivered' || status === 'undelivered'
          ? times === 1
          : status === 'unconfirmed'
            ? times <= 1
            : status === 'failed' || status === 'canceled' || status === 'expired'
              ? times === 0
              : false;
      if (!right) broken.push(`"${text}" to ${to} is ${status} and went ${times} times`);
    }
    for (const person of people) {
      const answers = taken.get(`answer to ${person}`)?.length ?? 0;
      if (answers > (stops.get(person) ?? 0))
        broken.push(`${person} was answered ${answers} times`);
    }
    broken.push(...lostOrTwice([...arrived.values()], allInbound()));
    broken.push(...sentAfterStop(sim.record.submits));
    if (sim.stored.length > 0) broken.push(`${sim.stored.length} messages are left on the SIM`);
    const result = {
      sent,
      received: arrived.size,
      stops: [...stops.values()].reduce((sum, count) => sum + count, 0),
      faults,
      restarts: sim.record.restarts.length,
      broken,
    };
    await modem.stop(AbortSignal.abort());
    sim.close();
    return result;
  }

  function allInbound(): {
    from: string;
    text: string | null;
    receivedAt: string;
    action: string | null;
  }[] {
    const all = [];
    let cursor: string | undefined;
    do {
      const page = store.inbound.list({ limit: 500, ...(cursor !== undefined && { cursor }) });
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return all.reverse();
  }

  /** Each text that came is one row, as often as it came. */
  function lostOrTwice(
    came: readonly string[],
    rows: readonly { from: string; text: string | null }[],
  ): string[] {
    const balance = new Map<string, number>();
    for (const one of came) balance.set(one, (balance.get(one) ?? 0) + 1);
    for (const { from, text } of rows) {
      const one = `${from} ${text}`;
      balance.set(one, (balance.get(one) ?? 0) - 1);
    }
    return [...balance]
      .filter(([, count]) => count !== 0)
      .map(([one, count]) => (count > 0 ? `lost: ${one}` : `twice: ${one}`));
  }

  /** What was handed over between a STOP that was committed and the next START. */
  function sentAfterStop(submits: readonly RecordedSubmit[]): string[] {
    const events = new Map<string, { at: string; action: string }[]>();
    for (const { from, receivedAt, action } of allInbound()) {
      if (action !== 'opt_out' && action !== 'opt_in') continue;
      events.set(from, [...(events.get(from) ?? []), { at: receivedAt, action }]);
    }
    return submits.flatMap((submit) => {
      const { to, text } = textOf(submit);
      const at = submit.at.toISOString();
      const last = (events.get(to) ?? []).filter((event) => event.at < at).at(-1);
      const isConfirmation = text.startsWith('Corner Shop');
      return last?.action === 'opt_out' && !isConfirmation && submit.outcome === 'accepted'
        ? [`"${text}" went to ${to} at ${at}, after the STOP of ${last.at}`]
        : [];
    });
  }
}
