/**
 * The promises about opt-outs, in any order of what can happen: messages, replies in both directions,
 * doubtful ones and what is decided of them, links, imports, modems that answer or do not, and power
 * cuts. A model says who has opted out of what; what the modems were handed is the judge.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../../src/domain/consent.js';
import { type Category, categories } from '../../src/domain/message.js';
import type { E164 } from '../../src/domain/phone-number.js';
import { AtError } from '../../src/modem/at-error.js';
import { doubtful } from '../support/test-services.js';
import { brand, type Handed, type Modem, modems, people, World } from './opt-out-world.js';

interface Person {
  readonly scopes: Set<string>;
  isDoubted: boolean;
  lastCampaign: string | undefined;
  /** Opt-outs that changed something: the most confirmations that may come. */
  optOuts: number;
  helps: number;
  /** How many events of each kind the ledger must have. */
  readonly events: { opt_out: number; opt_in: number };
}

interface Sent {
  readonly to: string;
  readonly campaign: string;
  readonly category: Category;
}

interface Model {
  readonly scope: 'all' | 'campaign';
  readonly persons: Map<string, Person>;
  /** What applications asked for and the gateway took, by its id. */
  readonly messages: Map<string, Sent>;
}

type Step = fc.AsyncCommand<Model, World>;

const noAnswer = new AtError('TIMEOUT', 'AT+CMGS=20', undefined, 'no answer');

function personOf(model: Model, number: string): Person {
  const person = model.persons.get(number);
  if (person === undefined) throw new Error(`nobody has ${number}`);
  return person;
}

/** As the contract has it: a campaign's opt-out lets transactional messages pass, one from all does not. */
function isForbidden(person: Person, { campaign, category }: Sent): boolean {
  return person.scopes.has(everything) || (category === 'marketing' && person.scopes.has(campaign));
}

function optOut(person: Person, scope: string): void {
  person.events.opt_out += 1;
  if (!person.scopes.has(everything) && !person.scopes.has(scope)) person.optOuts += 1;
  person.scopes.add(scope);
  person.isDoubted = false;
}

function scopeOfStop(model: Model, person: Person): string {
  return model.scope === 'all' ? everything : (person.lastCampaign ?? everything);
}

function hear(model: Model, number: string, text: string): void {
  const person = personOf(model, number);
  switch (text) {
    case 'STOP':
      optOut(person, scopeOfStop(model, person));
      break;
    case 'STOP ALL':
      optOut(person, everything);
      break;
    case 'START':
      person.events.opt_in += 1;
      person.scopes.clear();
      person.isDoubted = false;
      break;
    case 'HELP':
      person.helps += 1;
      break;
    case doubtful:
      if (!person.scopes.has(everything)) person.isDoubted = true;
      break;
  }
}

/** The promises that hold after every step. */
function check(model: Model, world: World): void {
  for (const number of people) {
    const { services } = world;
    const stored = services.store.consent.suppressionsOf(number).map(({ scope }) => scope);
    const person = personOf(model, number);
    expect(new Set(stored), `suppressions of ${number}`).toEqual(person.scopes);
    expect(services.store.reviews.isOpen(number), `reviews of ${number}`).toBe(person.isDoubted);
    const history = services.store.ledger.history(number, { limit: 1_000 }).items;
    for (const kind of ['opt_out', 'opt_in'] as const) {
      const found = history.filter((event) => event.kind === kind).length;
      expect(found, `${kind} events of ${number}`).toBe(person.events[kind]);
    }
    const answers = world.handed.filter(({ to, text }) => to === number && text.startsWith(brand));
    expect(answers.length).toBeLessThanOrEqual(person.optOuts + person.helps);
  }
  for (const [id, message] of model.messages) {
    const person = personOf(model, message.to);
    const waits = person.isDoubted && message.category === 'marketing' ? 'held' : 'queued';
    const { status } = world.services.store.messages.find(id) ?? {};
    if (status !== 'queued' && status !== 'held') continue;
    expect(isForbidden(person, message), `${id} waits for someone who opted out`).toBe(false);
    expect(status, `${id} waits`).toBe(waits);
  }
  const parts = world.handed.map(({ submission }) => submission.id);
  expect(new Set(parts).size, 'a part was handed over twice').toBe(parts.length);
}

/** What a modem was handed at this moment must have been allowed. */
function judge(model: Model, { submission, to, text }: Handed): void {
  const [id = '', part] = submission.id.split('/');
  const message = model.messages.get(id);
  if (message === undefined) {
    expect(text, 'what no application asked for is an answer').toMatch(new RegExp(`^${brand}`));
    return;
  }
  const person = personOf(model, to);
  expect(isForbidden(person, message), `${id} went to ${to} after an opt-out`).toBe(false);
  const mustWait = person.isDoubted && message.category === 'marketing' && part === '1';
  expect(mustWait, `${id} went to ${to} while a reply was under review`).toBe(false);
  person.lastCampaign = message.campaign;
}

function step(name: string, run: (model: Model, world: World) => void | Promise<void>): Step {
  return {
    check: () => true,
    async run(model, world) {
      await run(model, world);
      check(model, world);
    },
    toString: () => name,
  };
}

const person = fc.constantFrom(...people);
const modem = fc.constantFrom(...modems);
const campaign = fc.constantFrom('news', 'offers');
const scope = fc.constantFrom(everything, 'news');
const replies = fc.constantFrom('STOP', 'STOP ALL', 'START', 'HELP', doubtful, doubtful, doubtful);

const sending = fc
  .record({ to: person, campaign, category: fc.constantFrom(...categories), isLong: fc.boolean() })
  .map(({ to, campaign, category, isLong }) =>
    step(`send ${category} of ${campaign} to ${to}`, (model, world) => {
      const text = isLong ? 'x'.repeat(200) : 'Hello';
      const result = world.services.outbox.send({ to, text, campaign, category });
      const message = { to, campaign, category };
      const isRefused = isForbidden(personOf(model, to), message);
      expect(result.kind).toBe(isRefused ? 'suppressed' : 'accepted');
      if (result.kind === 'accepted') model.messages.set(result.message.id, message);
    }),
  );

const taking = modem.map((name: Modem) =>
  step(`${name} asks for work`, (model, world) => {
    if (world.isBusy(name)) return;
    const handed = world.take(name);
    if (handed) judge(model, handed);
  }),
);

const settling = fc
  .record({ name: modem, ended: fc.constantFrom('sent', 'sent', 'sent', 'unknown') })
  .map(({ name, ended }) =>
    step(`${name} answers: ${ended}`, (_model, world) => world.settle(name, ended, noAnswer)),
  );

const replying = fc
  .record({ from: person, text: replies, name: modem, keep: fc.boolean() })
  .map(({ from, text, name, keep }) =>
    step(`${from} says ${text} to ${name}${keep ? ', not deleted' : ''}`, (model, world) => {
      world.arrive(from, text, name, keep);
      hear(model, from, text);
    }),
  );

const sweeping = fc.constant(
  step('the modems read what they hold', (_model, world) => world.sweep()),
);

const linking = fc.record({ number: person, scope }).map(({ number, scope }) =>
  step(`${number} opens a link and ends ${scope}`, (model, world) => {
    world.openLink(number, scope);
    const known = personOf(model, number);
    if (!known.scopes.has(scope)) optOut(known, scope);
  }),
);

const operating = fc
  .record({ number: person, scope, source: fc.constantFrom('import', 'api', 'cli') })
  .map(({ number, scope, source }) =>
    step(`an operator ends ${scope} for ${number} by ${source}`, (model, world) => {
      const known = personOf(model, number);
      const { isDoubted } = known;
      const isNew = !known.scopes.has(scope);
      world.services.consent.suppress({ number: number as E164, scope, source, evidence: {} });
      if (isNew) optOut(known, scope);
      known.isDoubted = isDoubted && !(isNew && scope === everything);
    }),
  );

const resubscribing = person.map((number) =>
  step(`an operator resubscribes ${number}`, (model, world) => {
    const evidence = { reason: 'asked by phone' };
    const act = { number: number as E164, scope: everything, source: 'api', evidence } as const;
    world.services.consent.resubscribe(act);
    const known = personOf(model, number);
    if (known.scopes.size > 0) {
      known.isDoubted = false;
      known.events.opt_in += 1;
    }
    known.scopes.clear();
  }),
);

const deciding = fc.constantFrom('opt_out', 'ignore').map((decision) =>
  step(`an operator decides the last review: ${decision}`, (model, world) => {
    const { store, reviews } = world.services;
    const [last] = store.reviews.list({ limit: 1 }).items;
    if (last === undefined) return;
    reviews.decide(last.id, decision, 'ada');
    const known = personOf(model, last.number);
    if (decision === 'ignore') known.isDoubted = false;
    else optOut(known, scopeOfStop(model, known));
  }),
);

const failing = fc
  .record({ from: person, text: replies, name: modem, readings: fc.nat(12) })
  .map(({ from, text, name, readings }) =>
    step(`the power fails while ${from} says ${text}`, (model, world) => {
      world.failDuring(() => world.arrive(from, text, name, false), readings);
      // The SIM had it before the power failed, unless the failure was in taking its time.
      if (readings > 0) hear(model, from, text);
    }),
  );

const restarting = fc.constant(step('the power fails', (_model, world) => world.restart()));

const waiting = fc
  .constantFrom(1_000, 4 * 60_000, 2 * 3_600_000)
  .map((ms) => step(`${ms} ms pass`, (_model, world) => world.wait(ms)));

const steps = [
  ...[sending, taking, taking, settling, settling, replying, replying, sweeping],
  ...[linking, operating, resubscribing, deciding, failing, restarting, waiting],
];

/** Lets the modems take all that they may; every message has then come to an end, or waits for a reason. */
async function drain(model: Model, world: World): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    let isIdle = true;
    for (const name of modems) {
      world.settle(name, 'sent', noAnswer);
      const handed = world.take(name);
      if (handed === undefined) continue;
      judge(model, handed);
      isIdle = false;
    }
    if (isIdle) break;
  }
  check(model, world);
  expect(world.ledgerFaults()).toEqual([]);
  const { items } = world.services.store.messages.list({ limit: 1_000 });
  for (const { to, status, category } of items) {
    const isHeld = personOf(model, to).isDoubted && category === 'marketing';
    expect(isHeld ? [...ends, 'held'] : ends).toContain(status);
  }
}

const ends = ['sent', 'delivered', 'canceled', 'unconfirmed', 'expired'];

describe.each(['all', 'campaign'] as const)('whatever happens, where STOP ends %s', (scope) => {
  it('nothing goes after an opt-out, no opt-out is lost, and each is confirmed once at most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: '+2' }), async (commands) => {
        const world = new World(scope);
        const model: Model = {
          scope,
          persons: new Map(
            people.map((number) => [
              number,
              {
                scopes: new Set(),
                isDoubted: false,
                lastCampaign: undefined,
                optOuts: 0,
                helps: 0,
                events: { opt_out: 0, opt_in: 0 },
              },
            ]),
          ),
          messages: new Map(),
        };
        await fc.asyncModelRun(() => ({ model, real: world }), commands);
        await drain(model, world);
        world.close();
      }),
      { numRuns: Number(process.env.MODEL_RUNS ?? 60) },
    );
  }, 600_000);
});
