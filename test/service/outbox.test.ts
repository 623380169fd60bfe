import { describe, expect, it } from 'vitest';
import { decodePdu, type Submit } from '../../src/sms/index.js';
import { openTestServices, person, type TestServices } from '../support/test-services.js';

function send(services: TestServices, text: string) {
  const result = services.outbox.send({ to: person, text });
  if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
  return result;
}

/** Every part that waits at `main`, as a recipient would read it. */
function handedOver({ sender }: TestServices): Submit[] {
  const submits: Submit[] = [];
  for (;;) {
    const submission = sender.next('main');
    if (!submission) return submits;
    const pdu = decodePdu(submission.hex, { direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') throw new Error('no SUBMIT');
    submits.push(pdu);
    sender.settle('main', submission, { kind: 'sent', reference: submits.length });
  }
}

const settings = (lines: string) => openTestServices(`[send]\n${lines}`);

describe('the outbox', () => {
  it('keeps the text that goes out, and hands that over', () => {
    const services = settings('transliterate = true');
    const { message } = send(services, '“Łódź”');
    expect(message).toMatchObject({ text: '"Lodz"', encoding: 'gsm7', parts: 1 });
    expect(services.store.messages.find(message.id)?.text).toBe('"Lodz"');
    expect(handedOver(services)).toMatchObject([{ text: '"Lodz"', encoding: 'gsm7' }]);
  });

  it('transliterates answers too', () => {
    const toml = '[optout]\nbrand = "Šárka’s"\nhelp_text = "Call us – 9…5."\n[send]\n';
    const services = openTestServices(`${toml}transliterate = true`);
    services.arrive('+447700900124', 'HELP');
    services.arrive(person, 'STOP');
    const answers = handedOver(services);
    expect(answers.map(({ encoding }) => encoding)).toEqual(['gsm7', 'gsm7']);
    expect(answers[0]?.text).toContain('Call us - 9...5.');
    expect(answers[1]?.text).toMatch(/^Sarka's: /);
    const { items } = services.store.messages.list({ limit: 2 });
    expect(items.map(({ text }) => text).reverse()).toEqual(answers.map(({ text }) => text));

    const asWritten = openTestServices(toml);
    asWritten.arrive(person, 'STOP');
    expect(handedOver(asWritten)[0]?.text).toMatch(/^Šárka’s: /);
  });

  it('uses national tables where they are allowed, and the recipient reads the same', () => {
    const text = 'Sayın müşterimiz, siparişiniz hazır; mağazamızdan alabilirsiniz. '.repeat(2);
    const services = settings('national_tables = true');
    expect(send(services, text).message).toMatchObject({ text, encoding: 'gsm7', parts: 1 });
    expect(handedOver(services)).toMatchObject([{ text, encoding: 'gsm7' }]);
    expect(send(openTestServices(), text).message).toMatchObject({ encoding: 'ucs2', parts: 2 });
  });

  it('counts the parts of a text too long by the settings', () => {
    const text = `“${'a'.repeat(4_000)}”`;
    expect(openTestServices().outbox.send({ to: person, text })).toEqual({
      kind: 'too-long',
      parts: 60,
    });
    expect(send(settings('transliterate = true'), text).message.parts).toBe(27);
  });

  it.each([
    ['reference_bits = 8', 8, 306],
    ['reference_bits = 16', 16, 304],
  ] as const)('marks the parts as set: %s', (toml, referenceBits, room) => {
    const services = settings(toml);
    send(services, 'a'.repeat(room));
    expect(handedOver(services).map(({ concat }) => concat)).toEqual([
      { reference: 0, total: 2, sequence: 1, referenceBits },
      { reference: 0, total: 2, sequence: 2, referenceBits },
    ]);
  });

  it('spends a reference on messages of several parts alone', () => {
    const services = openTestServices();
    const references = ['a'.repeat(161), 'short', 'short', 'b'.repeat(161)].map((text) => {
      send(services, text);
      return handedOver(services)[0]?.concat?.reference;
    });
    expect(references).toEqual([0, undefined, undefined, 1]);
  });
});

describe('an opt-out link', () => {
  const pages = '[optout]\nfooter = true\n[public]\nbase_url = "https://sms.example.org"';
  const linkIn = (text: string | null) => /\/o\/([0-9A-Za-z]+)/.exec(text ?? '')?.[1] ?? '';

  it('stands where the text asks for it: one for each number and campaign', () => {
    const services = openTestServices(pages);
    const ask = (to: string, campaign: string) => {
      const result = services.outbox.send({ to, campaign, text: 'Sale! {optout_link}' });
      if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
      expect(result.message.text).toMatch(/^Sale! https:\/\/sms\.example\.org\/o\/[0-9A-Za-z]+$/);
      return linkIn(result.message.text);
    };
    const first = ask(person, 'news');
    expect(ask(person, 'news')).toBe(first);
    expect(ask(person, 'offers')).not.toBe(first);
    expect(ask('+447700900124', 'news')).not.toBe(first);
    expect(services.links.read(first)).toMatchObject({ number: person, campaign: 'news' });
    expect(services.links.read(`${first}x`)).toBeUndefined();
  });

  it('is refused where there are no pages for it', () => {
    const services = openTestServices();
    expect(services.outbox.send({ to: person, text: '{optout_link}' })).toEqual({
      kind: 'no-links',
    });
    expect(services.store.messages.list({ limit: 1 }).items).toEqual([]);
  });

  it('is counted in a preview as long as it will be', () => {
    const services = openTestServices(pages);
    const text = 'Sale! {optout_link}';
    const sent = send(services, text).message.text ?? '';
    const [part = ''] = services.outbox.preview({ text }).segments.parts;
    expect(part).toMatch(/^Sale! https:\/\/sms\.example\.org\/o\//);
    expect(Math.abs(part.length - sent.length)).toBeLessThan(3);
  });
});
