import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log.js';
import { openTestPages, type TestPages } from '../support/test-pages.js';
import { person } from '../support/test-services.js';

const news = { to: person, text: 'News', campaign: 'news' };
const scopesOf = (pages: TestPages, number: string = person) =>
  pages.store.consent.suppressionsOf(number).map(({ scope, source }) => `${scope} by ${source}`);
const countEvents = (pages: TestPages) => {
  const db = new Database(join(pages.dataDir, 'stopgate.db'), { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM consent_events').pluck().get();
  } finally {
    db.close();
  }
};

describe('the page of an opt-out link', () => {
  it('shows brand, masked number and choice, and changes nothing', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person, 'Summer sale');
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await pages.ask(`${method} ${link}`)).status).toBe(200);
    }
    const { text } = await pages.ask(`GET ${link}`);
    expect(text).toContain('Corner Shop');
    expect(text).toContain('+4477•••••123');
    expect(text).toContain('Summer sale');
    expect(text).not.toContain('7700900123');
    expect(text.match(/<button/g)).toHaveLength(1);
    expect(text).toContain('value="all" checked');
    expect(countEvents(pages)).toBe(0);
    expect((await pages.ask(`HEAD ${link}`)).text).toBe('');
  });

  it('preselects what the configuration has a STOP end', async () => {
    const pages = openTestPages({ scope: 'campaign' });
    const { text } = await pages.ask(`GET ${pages.linkOf(person, 'news')}`);
    expect(text).toContain('value="campaign" checked');
    expect(text).not.toContain('value="all" checked');
  });

  it.each([
    ['all', '* by link', 'no more messages to this number'],
    ['campaign', 'news by link', 'no more messages of this kind'],
  ])('ends "%s" when posted, at once and once', async (scope, suppression, said) => {
    const pages = openTestPages();
    const link = pages.linkOf(person, 'news');
    const queued = pages.outbox.send(news);
    const answers = [];
    for (let time = 0; time < 3; time += 1) {
      answers.push(await pages.ask(`POST ${link}`, { form: { scope } }));
    }
    const [first, ...again] = answers;
    expect(first?.status).toBe(200);
    expect(first?.text).toContain(said);
    expect(first?.text.match(/Text START/g)).toHaveLength(1);
    expect(first?.text).not.toContain('reply STOP');
    for (const answer of again) expect(answer).toMatchObject({ status: 200, text: first?.text });
    expect(scopesOf(pages)).toEqual([suppression]);
    expect(countEvents(pages)).toBe(1);
    const id = queued.kind === 'accepted' ? queued.message.id : '';
    expect(pages.store.messages.find(id)?.status).toBe('canceled');
  });

  it.each(['all', 'campaign'])('tells the truth of START after "%s"', async (scope) => {
    const pages = openTestPages();
    await pages.ask(`POST ${pages.linkOf(person, 'news')}`, { form: { scope } });
    pages.arrive(person, 'START');
    expect(scopesOf(pages)).toEqual([]);
  });

  it.each(['.', ')', '%E3%80%82', '%22.'])('opens with "%s" after it as well', async (end) => {
    const pages = openTestPages();
    const link = pages.linkOf(person);
    const { status, text } = await pages.ask(`GET ${link}${end}`);
    expect(status).toBe(200);
    expect(text).toContain(`action="${link.slice(3)}"`);
  });

  it('offers to end everything where one kind was ended', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person, 'news');
    const { text } = await pages.ask(`POST ${link}`, { form: { scope: 'campaign' } });
    expect(text).toContain('<input type="hidden" name="scope" value="all">');
    await pages.ask(`POST ${link}`, { form: { scope: 'all' } });
    expect(scopesOf(pages)).toEqual(['* by link', 'news by link']);
  });

  it.each(['all', 'campaign'] as const)(
    'takes RFC 8058 one-click POSTs of both encodings with the scope "%s" of the configuration',
    async (scope) => {
      const multipart = new FormData();
      multipart.set('List-Unsubscribe', 'One-Click');
      for (const form of [{ 'List-Unsubscribe': 'One-Click' }, multipart]) {
        const pages = openTestPages({ scope });
        const { status } = await pages.ask(`POST ${pages.linkOf(person, 'news')}`, { form });
        expect(status).toBe(200);
        expect(scopesOf(pages)).toEqual([scope === 'all' ? '* by link' : 'news by link']);
        expect(pages.store.consent.lastEvent(person, 'opt_out')?.evidence).toMatchObject({
          kind: 'one-click',
        });
      }
    },
  );

  it('leaves the request in the ledger, without its token', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person, 'news');
    await pages.ask(`POST ${link}`, {
      form: { scope: 'campaign' },
      headers: { 'user-agent': `Phone ${'x'.repeat(400)}`, 'x-forwarded-for': '203.0.113.9' },
    });
    const event = pages.store.consent.lastEvent(person, 'opt_out');
    expect(event?.evidence).toEqual({
      method: 'POST',
      kind: 'link',
      campaign: 'news',
      chosen: 'campaign',
      address: '203.0.113.9',
      userAgent: `Phone ${'x'.repeat(194)}`,
      receivedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(JSON.stringify(event)).not.toContain(link.slice(3));
  });

  it('works for a person who was erased, under the pseudonym, and shows no number', async () => {
    const pages = openTestPages();
    const pseudonym = pages.store.consent.pseudonymOf(person);
    const link = pages.linkOf(pseudonym, 'news');
    const { text } = await pages.ask(`GET ${link}`);
    expect(text).not.toMatch(/hmac|•/);
    expect((await pages.ask(`POST ${link}`, { form: { scope: 'all' } })).status).toBe(200);
    expect(scopesOf(pages)).toEqual(['* by link']);
    expect(pages.outbox.send(news).kind).toBe('suppressed');
  });

  it('answers a link that is none of ours with 404 and the other ways', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person);
    const forged = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A');
    for (const asked of [`GET ${forged}`, `POST ${forged}`, 'GET /o/x', 'GET /elsewhere']) {
      const { status, text } = await pages.ask(asked, {
        ...(asked.startsWith('POST') && { form: { scope: 'all' } }),
      });
      expect({ asked, status }).toEqual({ asked, status: 404 });
      expect(text).toContain('href="/stop"');
      expect(text).toContain('reply STOP');
    }
    expect(countEvents(pages)).toBe(0);
  });

  it('slows who guesses links, by address, and nobody who has one', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person);
    const guess = (peer: string) => pages.ask('GET /o/1AAAAAAAAAAA', { peer });
    for (let guesses = 0; guesses < 20; guesses += 1) {
      expect((await guess('198.51.100.7')).status).toBe(404);
    }
    const slowed = await guess('198.51.100.7');
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('60');
    expect((await pages.ask(`GET ${link}`, { peer: '198.51.100.7' })).status).toBe(200);
    expect((await guess('198.51.100.8')).status).toBe(404);
    await pages.clock.advance(60_000);
    expect((await guess('198.51.100.7')).status).toBe(404);
  });

  it('counts an IPv6 network of 64 bits as one address', async () => {
    const pages = openTestPages();
    for (let guesses = 0; guesses < 20; guesses += 1) {
      await pages.ask('GET /o/x', { peer: `2001:db8:1:2::${guesses}` });
    }
    const status = async (peer: string) => (await pages.ask('GET /o/x', { peer })).status;
    expect(await status('2001:db8:1:2:ffff::9')).toBe(429);
    expect(await status('2001:db8:1:3::1')).toBe(404);
  });

  it('believes X-Forwarded-For of a proxy on this machine alone, and its last entry alone', async () => {
    const addressFor = async (peer: string, forwarded: string) => {
      const pages = openTestPages();
      await pages.ask(`POST ${pages.linkOf(person)}`, {
        form: {},
        peer,
        headers: { 'x-forwarded-for': forwarded },
      });
      return pages.store.consent.lastEvent(person, 'opt_out')?.evidence.address;
    };
    expect(await addressFor('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(await addressFor('127.0.0.1', '192.0.2.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await addressFor('::1', '[2001:db8::9]:4711')).toBe('2001:db8::9');
    expect(await addressFor('::ffff:127.0.0.1', '203.0.113.9:4711')).toBe('203.0.113.9');
    expect(await addressFor('127.0.0.1', 'unknown')).toBe('127.0.0.1');
  });
});

describe('the language of a page', () => {
  const languages = ['en', 'de', 'fr', 'no', 'he'];
  const tagOf = (text: string) => /<html lang="([^"]+)" dir="(\w+)"/.exec(text)?.slice(1);

  it.each([
    ['the link’s', '+447700900123', 'fr', 'de', ['fr', 'ltr']],
    ['the link’s with a region', '+447700900123', 'de-AT', 'fr', ['de', 'ltr']],
    ['the link’s, though not configured', '+447700900123', 'ja', 'fr', ['ja', 'ltr']],
    ['the number’s country’s', '+4915123456789', null, 'fr', ['de', 'ltr']],
    ['the browser’s', '+8613800138000', null, 'xx, fr;q=0.5, nb-NO;q=0.9', ['nb', 'ltr']],
    ['the first', '+8613800138000', null, 'zh-CN', ['en', 'ltr']],
    ['one that is written from the right', '+8613800138000', null, 'iw', ['he', 'rtl']],
  ])('is %s', async (_what, number, language, accepted, tag) => {
    const pages = openTestPages({ languages });
    const { text } = await pages.ask(`GET ${pages.linkOf(number, 'news', language)}`, {
      headers: { 'accept-language': accepted },
    });
    expect(tagOf(text)).toEqual(tag);
  });

  it('is the browser’s on the page for numbers, and the code’s message is in it', async () => {
    const pages = openTestPages({ languages });
    const headers = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' };
    expect(tagOf((await pages.ask('GET /stop', { headers })).text)).toEqual(['de', 'ltr']);
    await pages.ask('POST /stop', { form: { number: person }, headers });
    expect(pages.textsTo(person)[0]).toMatch(/^Corner Shop: \d{6} ist Ihr Code/);
  });
});

describe('every answer', () => {
  it('forbids scripts, frames, guests and traces', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person);
    const asked = [
      ...[`GET ${link}`, `POST ${link}`, 'GET /stop', 'GET /o/x', 'GET /', 'GET /robots.txt'],
      ...['DELETE /stop', 'GET /favicon.ico', 'POST /nowhere'],
    ];
    for (const one of asked) {
      const { headers, text } = await pages.ask(one, {
        ...(one.startsWith('POST') && { form: {} }),
      });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      );
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(headers.has('set-cookie')).toBe(false);
      expect(headers.has('server')).toBe(false);
      const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1];
      if (style === undefined) continue;
      expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      expect(text).not.toMatch(/<script|\son\w+=|style="|https?:|url\(/);
    }
  });

  it('keeps crawlers out, and sends who opens the bare address to the page for numbers', async () => {
    const pages = openTestPages({ baseUrl: 'https://example.org/sms' });
    expect((await pages.ask('GET /robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
    for (const path of ['/', '/sms', '/sms/']) {
      const { status, headers } = await pages.ask(`GET ${path}`);
      expect([status, headers.get('location')]).toEqual([302, '/sms/stop']);
    }
  });

  it('is the same below the path of base_url as without it', async () => {
    const pages = openTestPages({ baseUrl: 'https://example.org/sms' });
    const link = pages.linkOf(person);
    const bare = await pages.ask(`GET ${link}`);
    expect(bare.status).toBe(200);
    expect((await pages.ask(`GET /sms${link}`)).text).toBe(bare.text);
    expect((await pages.ask('GET /smsstop')).status).toBe(404);
    expect((await pages.ask('GET /sms/o/x')).text).toContain('href="/sms/stop"');
  });

  it.each([
    ['text', 'scope=all', { 'content-type': 'text/plain' }, 400],
    ['JSON', '{"scope":"all"}', { 'content-type': 'application/json' }, 400],
    ['broken multipart', 'x', { 'content-type': 'multipart/form-data; boundary=y' }, 400],
    [
      'a novel',
      `scope=all&x=${'x'.repeat(5_000)}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      413,
    ],
  ])('is a page where %s was posted, which acts on nothing', async (_what, form, headers, code) => {
    const pages = openTestPages();
    const { status, text } = await pages.ask(`POST ${pages.linkOf(person)}`, { form, headers });
    expect(status).toBe(code);
    expect(text).toContain('Nothing was changed');
    expect(countEvents(pages)).toBe(0);
  });

  it('is a page to a method that it does not know', async () => {
    const { status, headers, text } = await openTestPages().ask('PUT /stop');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(text).toContain('<html');
  });

  it('is a page with 503 and Retry-After when the database fails', async () => {
    const pages = openTestPages();
    const link = pages.linkOf(person);
    const db = new Database(join(pages.dataDir, 'stopgate.db'));
    db.exec('DROP TABLE optout_links');
    db.close();
    const { status, headers, text } = await pages.ask(`POST ${link}`, { form: {} });
    expect([status, headers.get('retry-after')]).toEqual([503, '10']);
    expect(text).toContain('Nothing was changed');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('escapes what comes from outside', async () => {
    const pages = openTestPages();
    const campaign = '<b>"A&B"</b>';
    const { text } = await pages.ask(`GET ${pages.linkOf(person, campaign)}`);
    expect(text).toContain('&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;');
    const typed = await pages.ask('POST /stop', { form: { number: '"><script>x</script>' } });
    expect(typed.status).toBe(422);
    expect(typed.text).not.toContain('<script');
  });

  it('leaves neither token nor number in the log, even at debug', async () => {
    const stream = new PassThrough();
    const log = await openLog(stream, 'debug');
    const pages = openTestPages({ log });
    const link = pages.linkOf(person);
    await pages.ask(`GET ${link}`);
    await pages.ask('POST /stop', { form: { number: person } });
    const lines = String(stream.read());
    expect(lines).toContain('"page":"/o/:token"');
    expect(lines).toContain('"page":"/stop"');
    expect(lines).not.toContain(link.slice(3));
    expect(lines).not.toContain('7700900123');
  });
});
