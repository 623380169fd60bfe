import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { encodeDeliver } from '../../src/sms/index.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

const hour = 3_600_000;

const inbox = (services: TestServices) => services.store.inbound.list({ limit: 100 }).items;
const answers = (services: TestServices) =>
  services.store.messages
    .list({ limit: 100 })
    .items.filter((message) => message.category === 'transactional')
    .map((message) => ({ to: message.to, text: message.text, modem: message.modem }));

describe('a STOP', () => {
  it('suppresses the number, cancels what waits, and is confirmed once through the SIM that was written to', () => {
    const services = openTestServices('[optout]\nbrand = "Corner Shop"');
    const queued = services.outbox.send({ to: person, text: 'Sale!' });
    if (queued.kind !== 'accepted') throw new Error('not accepted');
    services.arrive(person, 'Stop', 'second');

    expect(inbox(services)).toMatchObject([{ from: person, text: 'Stop', action: 'opt_out' }]);
    expect(services.store.consent.suppressionsOf(person)).toMatchObject([
      { scope: '*', source: 'reply' },
    ]);
    expect(services.store.messages.find(queued.message.id)).toMatchObject({
      status: 'canceled',
      error: { code: 'recipient_suppressed' },
    });
    expect(answers(services)).toEqual([
      { to: person, text: expect.stringContaining('Corner Shop'), modem: 'second' },
    ]);
    expect(services.sender.next('main')).toBeUndefined();
    expect(services.sender.next('second')).toBeDefined();
    expect(services.sender.next('second')).toBeUndefined();
  });

  it('is not confirmed a second time', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    await services.clock.advance(60_000);
    services.arrive(person, 'stop!');
    expect(answers(services)).toHaveLength(1);
  });

  it('is confirmed again after the person came back', async () => {
    const services = openTestServices();
    for (const text of ['STOP', 'START', 'STOP']) {
      services.arrive(person, text);
      await services.clock.advance(1_000);
    }
    expect(answers(services)).toHaveLength(2);
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
  });

  it('is acted on once when the modem hands the same PDU over again', () => {
    const services = openTestServices();
    const [part] = encodeDeliver({
      from: person,
      text: 'STOP',
      timestamp: { utc: services.clock.now(), offsetMinutes: 60 },
      concatReference: 0,
    });
    if (!part) throw new Error('no PDU');
    const pdu = {
      modem: 'main',
      hex: part.hex,
      tpduLength: part.tpduLength,
      route: 'stored',
    } as const;
    for (let reading = 0; reading < 3; reading += 1) services.receiver.receive(pdu);
    expect(inbox(services)).toHaveLength(1);
    expect(answers(services)).toHaveLength(1);
  });

  it('is not confirmed when the answer could not go within five minutes', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    await services.clock.advance(5 * 60_000);
    expect(services.sender.next('main')).toBeUndefined();
    expect(services.store.messages.list({ limit: 1 }).items).toMatchObject([{ status: 'expired' }]);
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
  });

  it('from a national number suppresses the same person as an international one', () => {
    const services = openTestServices();
    services.arrive('07700900123', 'STOP');
    expect(services.outbox.send({ to: person, text: 'Hello' }).kind).toBe('suppressed');
    expect(services.outbox.send({ to: '07700 900123', text: 'Hello' }).kind).toBe('suppressed');
    expect(services.outbox.send({ to: '0044 7700 900123', text: 'Hello' }).kind).toBe('suppressed');
  });

  it.each(['60777', 'Vodafone', '0770090012x'])(
    'from %s, which is no person, changes nothing and is not answered',
    (sender) => {
      const services = openTestServices();
      services.arrive(sender, 'STOP');
      expect(inbox(services)).toMatchObject([{ from: sender, action: null }]);
      expect(services.store.consent.list({ limit: 10 }).items).toEqual([]);
      expect(answers(services)).toEqual([]);
    },
  );

  it('ends the last campaign only, where the operator says so, and STOP ALL ends everything', async () => {
    const services = openTestServices('[optout]\nscope = "campaign"');
    services.outbox.send({ to: person, text: 'Sale!', campaign: 'sale' });
    const submission = services.sender.next('main');
    if (submission) services.sender.settle('main', submission, { kind: 'sent', reference: 1 });
    services.arrive(person, 'STOP');
    expect(services.store.consent.suppressionsOf(person).map(({ scope }) => scope)).toEqual([
      'sale',
    ]);
    services.arrive(person, 'STOP ALL');
    expect(services.store.consent.suppressionsOf(person).map(({ scope }) => scope)).toEqual([
      '*',
      'sale',
    ]);
  });
});

describe('START', () => {
  it('lifts every suppression of the number, and YES alone does not', () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    services.arrive(person, 'YES');
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
    services.arrive(person, 'Start');
    expect(services.store.consent.suppressionsOf(person)).toEqual([]);
    expect(services.outbox.send({ to: person, text: 'Hello again' }).kind).toBe('accepted');
  });
});

describe('START that the network took before the last STOP', () => {
  it('does not undo it, in whatever order the SIM gives them', () => {
    const services = openTestServices();
    const at = (minute: number) => ({
      utc: new Date(Date.UTC(2026, 10, 22, 11, minute)),
      offsetMinutes: 0,
    });
    for (const [text, minute] of [
      ['STOP', 30],
      ['START', 20],
    ] as const) {
      const [part] = encodeDeliver({
        from: person,
        text,
        timestamp: at(minute),
        concatReference: 0,
      });
      if (!part) throw new Error('no PDU');
      services.receiver.receive({ modem: 'main', ...part, route: 'stored' });
    }
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
  });
});

describe('HELP', () => {
  it('is answered with the brand and the help text, to suppressed people too, once a day', async () => {
    const services = openTestServices(
      '[optout]\nbrand = "Corner Shop"\nhelp_text = "Call 020 7946 0000."',
    );
    services.arrive(person, 'STOP');
    services.arrive(person, 'HELP');
    await services.clock.advance(hour);
    services.arrive(person, 'help?');
    const help = () => answers(services).filter(({ text }) => text?.includes('020 7946 0000'));
    expect(help()).toHaveLength(1);
    await services.clock.advance(24 * hour);
    services.arrive(person, 'HELP');
    expect(help()).toHaveLength(2);
  });
});

describe('two machines talking', () => {
  it('are left alone after three equal texts in an hour', async () => {
    const services = openTestServices();
    for (let round = 0; round < 6; round += 1) {
      services.arrive(person, 'STOP');
      services.consent.resubscribe({
        number: person,
        scope: '*',
        source: 'api',
        evidence: { reason: 'test' },
      });
      await services.clock.advance(60_000);
    }
    expect(answers(services)).toHaveLength(3);
  });
});

describe('a long message', () => {
  const text = `${'I have been thinking about your offers for a while. '.repeat(5)}Bye`;

  function parts(services: TestServices) {
    return encodeDeliver({
      from: person,
      text,
      timestamp: { utc: services.clock.now(), offsetMinutes: 0 },
      concatReference: 77,
    }).map(({ hex, tpduLength }) => ({ modem: 'main', hex, tpduLength, route: 'stored' }) as const);
  }

  it('is one message when its parts come out of order and twice', () => {
    const services = openTestServices();
    const [first, second] = parts(services);
    if (!first || !second) throw new Error('not long');
    for (const pdu of [second, second, first, first, second]) {
      services.receiver.receive(pdu);
      services.receiver.deleted(pdu);
    }
    expect(inbox(services)).toMatchObject([{ text, parts: 2 }]);
  });

  it('is joined across a restart', () => {
    const services = openTestServices();
    const [first, second] = parts(services);
    if (!first || !second) throw new Error('not long');
    services.receiver.receive(first);
    const restarted = openTestServices('', services.dataDir);
    restarted.receiver.receive(second);
    expect(inbox(restarted)).toMatchObject([{ text }]);
  });

  it('is taken as far as it came when the rest never does', async () => {
    const services = openTestServices();
    const [, second] = parts(services);
    if (!second) throw new Error('not long');
    services.receiver.receive(second);
    services.receiver.takeOverdueParts();
    expect(inbox(services)).toEqual([]);
    await services.clock.advance(24 * hour + 1);
    services.receiver.takeOverdueParts();
    expect(inbox(services)).toMatchObject([{ text: expect.stringMatching(/Bye$/) }]);
    services.receiver.takeOverdueParts();
    expect(inbox(services)).toHaveLength(1);
  });
});

describe('what cannot be read', () => {
  it.each(['', 'NOT HEX', '0791', '07911326040000F0040B911346610089F60000208062917314080C'])(
    'is kept raw and flagged: "%s"',
    (hex) => {
      const services = openTestServices();
      services.receiver.receive({ modem: 'main', hex, tpduLength: 20, route: 'stored' });
      const db = new Database(join(services.dataDir, 'stopgate.db'), { readonly: true });
      const rows = db.prepare('SELECT pdu, kind, problem FROM received_pdus').all();
      db.close();
      expect(rows).toEqual([
        { pdu: hex, kind: 'undecodable', problem: expect.stringMatching(/./) },
      ]);
    },
  );

  it.each([99, 20])(
    'does not include a reply of which the modem announced %i octets',
    (tpduLength) => {
      const services = openTestServices();
      const [part] = encodeDeliver({
        from: person,
        text: 'STOP',
        timestamp: { utc: services.clock.now(), offsetMinutes: 0 },
        concatReference: 0,
      });
      if (!part) throw new Error('no PDU');
      services.receiver.receive({ modem: 'main', hex: part.hex, tpduLength, route: 'stored' });
      expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
    },
  );

  it('does not include a reply that was cut off: it counts as far as it came', () => {
    const services = openTestServices();
    const [part] = encodeDeliver({
      from: person,
      text: 'STOP        ',
      timestamp: { utc: services.clock.now(), offsetMinutes: 0 },
      concatReference: 0,
    });
    if (!part) throw new Error('no PDU');
    const hex = part.hex.slice(0, -8);
    services.receiver.receive({
      modem: 'main',
      hex,
      tpduLength: part.tpduLength,
      route: 'stored',
    });
    expect(services.store.consent.suppressionsOf(person)).toHaveLength(1);
    const db = new Database(join(services.dataDir, 'stopgate.db'), { readonly: true });
    const rows = db.prepare('SELECT kind, problem FROM received_pdus').all();
    db.close();
    expect(rows).toEqual([{ kind: 'deliver', problem: expect.stringContaining('TP-UD') }]);
  });
});

describe('the evidence of a reply', () => {
  it('has its words, the rule, the language, the modem, both times and the octets of every part', () => {
    const services = openTestServices();
    const text = `Please stop texting me. ${'I have asked you before. '.repeat(8)}`;
    const parts = services.arrive(person, text, 'second');
    expect(parts.length).toBeGreaterThan(1);
    expect(services.store.consent.lastEvent(person, 'opt_out')?.evidence).toEqual({
      inbound: inbox(services)[0]?.id,
      text,
      rule: expect.stringMatching(/^(phrase|intent):/),
      language: 'en',
      modem: 'second',
      sentAt: '2026-11-22T12:00:00.000Z',
      receivedAt: '2026-11-22T12:00:00.000Z',
      pdu: parts.map(({ hex }) => hex).join(' '),
    });
  });
});

describe('our own message sent back', () => {
  it('is not taken for a STOP because its footer says one', () => {
    const services = openTestServices('[optout]\nfooter = true\n');
    services.outbox.send({ to: person, text: 'Sale at the shop from Monday. Stop by!' });
    const part = services.sender.next('main');
    if (!part) throw new Error('nothing to send');
    services.sender.settle('main', part, { kind: 'sent', reference: 1 });
    const sent = services.store.messages.list({ limit: 1 }).items[0]?.text ?? '';
    services.arrive(person, `${sent}\nThanks, see you there`);
    expect(inbox(services)[0]).toMatchObject({ action: null });
    services.arrive(person, `${sent}\nSTOP`);
    expect(inbox(services)[0]).toMatchObject({ action: 'opt_out' });
  });
});

describe('an answer', () => {
  const languages = '[optout]\nlanguages = ["en", "fr", "de"]\nfooter = false\n';
  it.each([
    ['Arrêtez de m’écrire', '+447700900123', /vous ne recevrez plus/],
    ['STOP', '+33612345678', /vous ne recevrez plus/],
    ['STOP', '+491512345678', /Abmeld|abgemeldet|keine/],
    ['STOP', '+447700900123', /You are unsubscribed/],
    ['STOP', '+34612345678', /You are unsubscribed/],
  ])(
    'to %j from %s is in the language that was matched, else the country’s, else the first',
    (text, number, words) => {
      const services = openTestServices(languages);
      services.arrive(number, text);
      expect(answers(services)[0]?.text).toMatch(words);
    },
  );
});
