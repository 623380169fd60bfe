import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { OptOutLinks } from '../../src/service/opt-out-links.js';
import { openStore } from '../../src/store/store.js';
import type { Daemon } from '../system/daemon.js';
import { neighbour, person, Rig } from '../system/rig.js';
import { until } from '../system/until.js';
import { openBrowser, visit } from './browser.js';
import { clientAddress, type FrontProxy, openProxy } from './proxy.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Bench {
  readonly rig: Rig;
  readonly daemon: Daemon;
  readonly proxy: FrontProxy;
  /** Sends a message with its recipient's link; the link as the handset shows it. */
  sendLink(campaign: string): Promise<string>;
}

/** The built program on a simulated modem, its pages behind a proxy. */
async function openBench(): Promise<Bench> {
  const proxy = await openProxy();
  onTestFinished(() => proxy.close());
  const rig = new Rig({
    listen: 'localhost:0',
    toml: `[public]\nlisten = "127.0.0.1:0"\nbase_url = "${proxy.baseUrl}"`,
  });
  onTestFinished(() => rig.close());
  await rig.open();
  const daemon = await rig.start();
  proxy.target = await until('the pages listen', () => {
    return /"address":"http:\/\/([^"]+)","baseUrl"/.exec(daemon.log)?.[1];
  });
  const handset = rig.handset(person);
  return {
    rig,
    daemon,
    proxy,
    async sendLink(campaign) {
      const link = linkOf(rig, proxy, campaign);
      const body = { to: person, text: `Everything half price. Enough? ${link}`, campaign };
      const { status } = await daemon.ask('POST /v1/messages', { body });
      expect(status).toBe(202);
      return until('the link arrives', () => {
        const texts = handset.messages.map(({ text }) => text);
        return texts.map((text) => /http:\S+/.exec(text)?.[0]).find((found) => found === link);
      });
    },
  };
}

/** Made beside the daemon, on the same database. */
function linkOf(rig: Rig, { baseUrl }: FrontProxy, campaign: string): string {
  const store = openStore({
    dataDir: rig.dataDirectory,
    gatewayName: 'test',
    newEventId: () => 'ev_none',
  });
  try {
    const links = new OptOutLinks({ store, clock: systemClock, baseUrl });
    return links.linkFor({ number: person, campaign, language: null });
  } finally {
    store.close();
  }
}

const events = (rig: Rig) =>
  rig
    .rows('SELECT kind, number, scope, source, evidence FROM consent_events ORDER BY sequence')
    .map(({ evidence, ...event }) => ({ ...event, ...JSON.parse(String(evidence)) }));

describe.each([
  ['without script', false],
  ['with script', true],
])('in a browser %s', (_how, javaScriptEnabled) => {
  it('a link from a message ends what its reader chooses, and nothing before they press', async () => {
    const { rig, daemon, sendLink } = await openBench();
    const link = await sendLink('sale');
    const { page, expectQuiet, close } = await visit(browser, { javaScriptEnabled });
    onTestFinished(close);
    await page.goto(link);
    expect(await page.title()).toBe('Stop text messages – Corner Shop');
    await page.reload();
    expect(events(rig)).toEqual([]);

    await page.getByLabel('Only messages of this kind').check();
    await page.getByRole('button', { name: 'Stop messages' }).click();
    expect(await page.getByRole('status').textContent()).toContain('no more messages of this kind');
    expect(page.url()).toBe(link);
    const shared = { kind: 'link', number: person, source: 'link', address: clientAddress };
    expect(events(rig)).toMatchObject([{ ...shared, scope: 'sale', chosen: 'campaign' }]);

    await page.getByRole('button', { name: 'Stop all messages' }).click();
    expect(await page.getByRole('status').textContent()).toContain('no more messages to this');
    expect(events(rig)).toMatchObject([{ scope: 'sale' }, { ...shared, scope: '*' }]);
    expect(events(rig)[1]?.userAgent).toMatch(/Chrome/);
    const refused = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'x' } });
    expect(refused.status).toBe(403);
    await page.goto(link);
    expect(events(rig)).toHaveLength(2);
    await expectQuiet();
  });

  it('a number and the code that comes to it end everything', async () => {
    const { rig, daemon, proxy } = await openBench();
    const handset = rig.handset(neighbour);
    const { page, expectQuiet, close } = await visit(browser, { javaScriptEnabled }, [422]);
    onTestFinished(close);
    await page.goto(`${proxy.baseUrl}/stop`);
    await page.getByLabel('Mobile number').fill('07700 900 456');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    const code = await until('the code arrives', () => {
      return handset.messages.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])[0];
    });
    const field = page.getByLabel('6-digit code');
    await field.fill(code === '123456' ? '654321' : '123456');
    await page.getByRole('button', { name: 'Stop all messages' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('not the code');
    expect(await daemon.isSuppressed(neighbour)).toBe(false);
    await field.fill(code);
    await page.getByRole('button', { name: 'Stop all messages' }).click();
    expect(await page.getByRole('heading').textContent()).toBe('Done');
    expect(await daemon.isSuppressed(neighbour)).toBe(true);
    expect(events(rig)).toMatchObject([
      { kind: 'number-page', number: neighbour, scope: '*', source: 'page' },
    ]);
    expect(handset.messages).toHaveLength(1);
    await expectQuiet();
  });
});

it('a keyboard is enough', async () => {
  const { rig, sendLink } = await openBench();
  const { page, expectQuiet, close } = await visit(browser);
  onTestFinished(close);
  await page.goto(await sendLink('sale'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('heading').textContent()).toBe('Done');
  expect(events(rig)).toMatchObject([{ scope: 'sale' }]);
  await expectQuiet();
});
