import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestPages, type PageAnswer, type TestPages } from '../support/test-pages.js';
import { person } from '../support/test-services.js';

let visitors = 0;

/** From an address that nobody else in these tests has. */
function visitor() {
  visitors += 1;
  return { peer: `198.18.${visitors >> 8}.${visitors & 255}` };
}

const askFor = (pages: TestPages, number: string) =>
  pages.ask('POST /stop', { form: { number }, ...visitor() });

/** The hidden fields of the page on which a code is typed. */
function fieldsOf({ text }: PageAnswer): Record<string, string> {
  const fields = text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

const confirm = (pages: TestPages, page: PageAnswer, code: string) =>
  pages.ask('POST /stop', { form: { ...fieldsOf(page), code }, ...visitor() });

const codeTo = (pages: TestPages, number: string) =>
  /\d{6}/.exec(pages.textsTo(number)[0] ?? '')?.[0] ?? 'no code';

const notCode = (code: string) => (code === '000000' ? '000001' : '000000');

const isSuppressed = (pages: TestPages) => pages.store.consent.suppressionsOf(person).length > 0;

/** What does not differ from request to request. */
const withoutId = (text: string) => text.replace(/name="request" value="[^"]+"/, '');

describe('opting out by number', () => {
  it('sends a code to the number, and the code ends everything', async () => {
    const pages = openTestPages();
    pages.outbox.send({ to: person, text: 'News', campaign: 'news' });
    const page = await askFor(pages, '07700 900123');
    expect(page.status).toBe(200);
    expect(page.text).toContain('autocomplete="one-time-code"');
    const code = codeTo(pages, person);
    expect(pages.textsTo(person)[0]).toBe(
      `Corner Shop: ${code} is your code to stop our messages. It is valid for 10 minutes.`,
    );
    const [message] = pages.store.messages.list({ limit: 1 }).items;
    expect(message).toMatchObject({ category: 'transactional', to: person });

    const done = await pages.ask('POST /stop', {
      form: { ...fieldsOf(page), code: ` ${code.slice(0, 3)} ${code.slice(3)}` },
      headers: { 'user-agent': 'Phone' },
      peer: '198.51.100.7',
    });
    expect(done.status).toBe(200);
    expect(done.text).toContain('no more messages to this number');
    expect(pages.store.consent.suppressionsOf(person)).toMatchObject([
      { scope: '*', source: 'page' },
    ]);
    expect(pages.store.consent.lastEvent(person, 'opt_out')?.evidence).toEqual({
      method: 'POST',
      kind: 'number-page',
      chosen: 'all',
      address: '198.51.100.7',
      userAgent: 'Phone',
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
    const again = await confirm(pages, page, code);
    expect(again).toMatchObject({ status: 200, text: done.text });
    expect(pages.store.consent.lastEvent(person, 'opt_out')?.sequence).toBe(1);
  });

  it('keeps the code as a hash alone, and the number as a pseudonym', async () => {
    const pages = openTestPages();
    await askFor(pages, person);
    const db = new Database(join(pages.dataDir, 'stopgate.db'), { readonly: true });
    const kept = JSON.stringify(db.prepare('SELECT * FROM optout_codes').all());
    db.close();
    expect(kept).toContain('hmac:');
    expect(kept).not.toContain(codeTo(pages, person));
    expect(kept).not.toContain('7700900123');
  });

  it('lets the code out before what waits, for ten minutes', async () => {
    const pages = openTestPages();
    pages.outbox.send({ to: '+447700900999', text: 'Waits' });
    await askFor(pages, person);
    const [code] = pages.store.messages.list({ limit: 1 }).items;
    expect(pages.sender.next('main')?.id).toBe(`${code?.id}/1`);
    await pages.clock.advance(10 * 60_000);
    await askFor(pages, '+447700900888');
    pages.sender.expire();
    const late = pages.store.messages.list({ limit: 1 }).items[0];
    await pages.clock.advance(10 * 60_000);
    pages.sender.expire();
    expect(pages.store.messages.find(late?.id ?? '')?.status).toBe('expired');
  });

  it('reads digits of other scripts', async () => {
    const pages = openTestPages();
    const page = await askFor(pages, person);
    const arabic = codeTo(pages, person).replace(/\d/g, (digit) =>
      String.fromCodePoint(0x660 + Number(digit)),
    );
    expect((await confirm(pages, page, arabic)).status).toBe(200);
    expect(isSuppressed(pages)).toBe(true);
  });

  it('says so where what was typed is no number, beside the field', async () => {
    const pages = openTestPages();
    const { status, text } = await askFor(pages, 'Maria');
    expect(status).toBe(422);
    expect(text).toMatch(/aria-invalid="true" aria-describedby="number-error number-hint"/);
    expect(text).toContain('value="Maria"');
  });

  it('tells nobody whether a number is known, suppressed or out of its share', async () => {
    const pages = openTestPages();
    pages.arrive(person, 'STOP');
    const known = '+447700900111';
    pages.outbox.send({ to: known, text: 'News' });
    const pagesOf = async (number: string) =>
      withoutId((await askFor(pages, number)).text).replaceAll(number, '');
    const strangers = Array.from({ length: 7 }, (_, index) => `+44770090010${index}`);
    const texts = [await pagesOf(person), await pagesOf(known)];
    for (const stranger of strangers) texts.push(await pagesOf(stranger));
    const masked = new Set(texts.map((text) => text.replace(/\d{3}<\/span>/g, '</span>')));
    expect(masked.size).toBe(1);
    // Nobody who stopped everything gets anything, and strangers only so much.
    expect(pages.textsTo(person).filter((text) => /\d{6}/.test(text))).toEqual([]);
    expect(pages.textsTo(known)).toHaveLength(2);
    expect(strangers.filter((number) => pages.textsTo(number).length > 0)).toHaveLength(5);
    await pages.clock.advance(3_600_001);
    await pagesOf('+447700900108');
    expect(pages.textsTo('+447700900108')).toHaveLength(1);
  });

  it.each([
    ['a message', (pages: TestPages) => void pages.outbox.send({ to: person, text: 'x' })],
    ['a reply', (pages: TestPages) => void pages.arrive(person, 'hello there')],
    ['a link', (pages: TestPages) => void pages.linkOf(person)],
  ])('knows a number by %s', (_what, leave) => {
    const pages = openTestPages();
    expect(pages.store.codes.isKnown(person)).toBe(false);
    leave(pages);
    expect(pages.store.codes.isKnown(person)).toBe(true);
  });

  it('gives five tries', async () => {
    const pages = openTestPages();
    const page = await askFor(pages, person);
    const code = codeTo(pages, person);
    const statuses = [];
    for (let tries = 0; tries < 5; tries += 1) {
      statuses.push((await confirm(pages, page, notCode(code))).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 410]);
    expect((await confirm(pages, page, code)).status).toBe(410);
    expect(isSuppressed(pages)).toBe(false);
  });

  it('takes a code for ten minutes', async () => {
    const pages = openTestPages();
    const page = await askFor(pages, person);
    await pages.clock.advance(10 * 60_000 - 1);
    const late = await askFor(pages, person);
    const code = codeTo(pages, person);
    await pages.clock.advance(1);
    expect((await confirm(pages, page, code)).status).toBe(410);
    expect((await confirm(pages, late, code)).status).toBe(200);
  });

  it('takes a code for its own request and number alone', async () => {
    const pages = openTestPages();
    const page = await askFor(pages, person);
    const other = await askFor(pages, '+447700900999');
    const code = codeTo(pages, person);
    const form = { ...fieldsOf(other), number: person, code };
    expect((await pages.ask('POST /stop', { form })).status).toBe(410);
    const unknown = { request: 'x', number: person, code };
    expect((await pages.ask('POST /stop', { form: unknown })).status).toBe(410);
    expect(isSuppressed(pages)).toBe(false);
    expect((await confirm(pages, page, code)).status).toBe(200);
  });

  it('sends a number three codes a day, however it is written, whatever restarts', async () => {
    const pages = openTestPages();
    for (const number of [person, '07700 900123', '0044 7700 900123']) {
      expect((await askFor(pages, number)).status).toBe(200);
    }
    expect((await askFor(pages, person)).status).toBe(429);
    expect(pages.textsTo(person)).toHaveLength(3);
    await pages.clock.advance(24 * 3_600_000 + 1);
    expect((await askFor(pages, person)).status).toBe(200);
  });

  it('sends known numbers sixty codes an hour in all, and says so to everybody then', async () => {
    const pages = openTestPages();
    const numbers = Array.from({ length: 60 }, (_, index) => `+4477009001${10 + index}`);
    for (const number of numbers) {
      pages.outbox.send({ to: number, text: 'x' });
      expect((await askFor(pages, number)).status).toBe(200);
    }
    const { status, headers } = await askFor(pages, '+447700900999');
    expect([status, headers.get('retry-after')]).toEqual([429, '3600']);
    await pages.clock.advance(3_600_001);
    expect((await askFor(pages, person)).status).toBe(200);
  });

  it('lets one address ask for ten codes an hour', async () => {
    const pages = openTestPages();
    const ask = (peer: string) => pages.ask('POST /stop', { form: { number: 'x' }, peer });
    for (let times = 0; times < 10; times += 1) {
      expect((await ask('198.51.100.7')).status).toBe(422);
    }
    expect((await ask('198.51.100.7')).status).toBe(429);
    expect((await ask('198.51.100.8')).status).toBe(422);
  });

  it('is not to be begun from another site', async () => {
    const pages = openTestPages();
    const headers = { 'sec-fetch-site': 'cross-site' };
    const { status } = await pages.ask('POST /stop', { form: { number: person }, headers });
    expect(status).toBe(403);
    expect(pages.textsTo(person)).toEqual([]);
  });

  it('names the campaign of the last message, so that a STOP to the code ends that one', async () => {
    const pages = openTestPages({ toml: '[optout]\nscope = "campaign"' });
    pages.outbox.send({ to: person, text: 'News', campaign: 'news' });
    pages.sender.next('main');
    await askFor(pages, person);
    expect(pages.store.messages.list({ limit: 1 }).items[0]?.campaign).toBe('news');
  });
});
