/**
 * Thousands of requests to the listener of the opt-out pages, as strangers may send them: every
 * answer is a page with its policy, none fails, and nobody is opted out who did not ask for it.
 * FUZZ_RUNS says how many, FUZZ_SEED repeats a run.
 */
import { Agent } from 'node:http';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { E164 } from '../../../src/domain/phone-number.js';
import { runGateway } from '../running-gateway.js';
import { runsOf, seed } from './fuzz-seed.js';
import type { WireRequest } from './requests.js';
import { oddText } from './values.js';
import { sendRaw } from './wire.js';

const runs = runsOf(1_500);
const longestMs = 10_000;

const leaver = '+447700900123' as E164;
const reader = '+447700900124' as E164;

const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());
const latin1 = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim() || 'x';

function formOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

const steps = fc.oneof(
  oddText.map(encode),
  fc.constantFrom('%', '%zz', '%ff', '%00', '%2f', '..', '.', '', 'x'.repeat(4_000)),
  fc.stringMatching(/^[0-9A-Za-z]{1,14}$/),
);

const numbers = fc.constantFrom('07700 900125', '+447700900126', '123', 'hello', '', '+0');

const forms = fc.oneof(
  fc.record({ number: fc.oneof(numbers, oddText) }).map(formOf),
  fc
    .record({ number: numbers, code: fc.oneof(fc.constant('123456'), oddText), request: oddText })
    .map(formOf),
  fc.record({ scope: fc.oneof(fc.constantFrom('all', 'campaign'), oddText) }).map(formOf),
  fc.constant('List-Unsubscribe=One-Click'),
  fc.constantFrom(
    '',
    '&&&',
    '=',
    '%',
    '%zz=%ff',
    '__proto__=1&number=07700900125',
    'number=1&number=2',
  ),
  fc.constantFrom(4_000, 5_000, 200_000).map((length) => `number=${'1'.repeat(length)}`),
  oddText,
);

const types = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  fc.constantFrom(
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json',
  ),
  oddText.map(latin1),
);

const headers = fc
  .record(
    {
      'X-Forwarded-For': fc.oneof(fc.ipV4(), fc.ipV6(), oddText.map(latin1)),
      'Accept-Language': fc.oneof(
        fc.constantFrom('de', 'zh-CN;q=0.5', '*', 'x;q=9'),
        oddText.map(latin1),
      ),
      'User-Agent': oddText.map(latin1),
      'Sec-Fetch-Site': fc.constantFrom('same-origin', 'cross-site', 'x'),
      Cookie: oddText.map(latin1),
      'X-Large': fc.constantFrom('x', 'x'.repeat(10_000)),
    },
    { requiredKeys: ['X-Forwarded-For'] },
  )
  .map((record) => Object.entries(record).flat());

interface Links {
  readonly leaver: string;
  readonly reader: string;
}

/** `reader`'s own link is only looked at; only those like it are acted on. */
function requestsTo(links: Links): fc.Arbitrary<WireRequest> {
  const spoiled = fc
    .tuple(
      fc.constantFrom(links.leaver, links.reader),
      fc.nat(),
      fc.stringMatching(/^[0-9A-Za-z]$/),
    )
    .map(([link, at, character]) => {
      const where = '/o/'.length + (at % (link.length - '/o/'.length));
      const other = link[where] === character ? '-' : character;
      return link.slice(0, where) + other + link.slice(where + 1);
    });
  const paths = fc.oneof(
    fc.constantFrom(
      '/stop',
      '/stop',
      '/',
      '/robots.txt',
      '/favicon.ico',
      '/stop/',
      '//stop',
      '/o/',
      '/o',
    ),
    steps.map((step) => `/o/${step}`),
    steps.map((step) => `/${step}`),
    spoiled,
    fc.constant(links.leaver),
  );
  const path = fc
    .tuple(
      paths,
      fc.option(
        oddText.map((text) => `?${encode(text)}`),
        { nil: '', freq: 8 },
      ),
    )
    .map(([where, query]) => where + query);
  const looks = fc
    .record({
      method: fc.constantFrom('GET', 'GET', 'HEAD'),
      path: fc.oneof(path, fc.constant(links.reader)),
      headers,
      body: fc.constant(undefined),
    })
    // Who cannot read the headers does not know that HEAD is answered without a body.
    .filter(({ method, headers: sent }) => method !== 'HEAD' || sent.join().length < 5_000);
  const acts = fc
    .record({
      method: fc.constantFrom(
        'POST',
        'POST',
        'POST',
        'PUT',
        'DELETE',
        'OPTIONS',
        'PATCH',
        'PROPFIND',
      ),
      ...{ path, headers, type: types, form: forms },
    })
    .map(({ type, form, ...rest }) => ({
      ...rest,
      headers: [...rest.headers, 'Content-Type', type],
      body: Buffer.from(form),
    }));
  return fc.oneof(looks, acts, acts);
}

it(
  `answers strangers whatever they send (seed ${seed})`,
  async () => {
    const { gateway } = await runGateway(
      '[public]\nlisten = "127.0.0.1:0"\nbase_url = "https://sms.example.org"',
    );
    const { publicAddress = '', services } = gateway;
    const linkOf = (number: E164) =>
      new URL(services.links.linkFor({ number, campaign: 'news', language: null })).pathname;
    const links = { leaver: linkOf(leaver), reader: linkOf(reader) };
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    onTestFinished(() => agent.destroy());

    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requestsTo(links), async (asked) => {
        const answer = await sendRaw(publicAddress, agent, asked);
        const what = `${asked.method} ${asked.path} answered ${answer.status} ${answer.text.slice(0, 200)}`;
        expect(answer.status, what).toBeLessThan(500);
        expect(answer.ms, what).toBeLessThan(longestMs);
        expect(answer.headers['content-security-policy'], what).toMatch(/^default-src 'none'/);
        expect(answer.headers['x-content-type-options'], what).toBe('nosniff');
        expect(answer.headers, what).not.toHaveProperty('set-cookie');
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-'))).toEqual(
          [],
        );
        statuses.add(answer.status);
      }),
      { numRuns: runs, seed },
    );

    const isSuppressed = (number: E164) => services.consent.suppressionsOf(number).length > 0;
    expect(isSuppressed(reader)).toBe(false);
    const known = services.store.consent.list({ limit: 1_000 }).items.map(({ number }) => number);
    expect(known.filter((number) => number !== leaver)).toEqual([]);
    expect(statuses.has(200) && statuses.has(404) && statuses.has(405)).toBe(true);
    expect((await fetch(`${publicAddress}/stop`)).status).toBe(200);
  },
  Math.max(120_000, runs * 60),
);
