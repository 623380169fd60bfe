import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { openBrowser, screenshot, visit } from './browser.js';
import { openSite, type Site } from './site.js';

const person = '+447700900123';

let browser: Browser;
let site: Site;
let visitors = 0;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

/** A visitor from an address of their own, as a proxy on this machine tells it. */
async function enter(
  language: string,
  options: BrowserContextOptions = {},
  expectedStatuses: readonly number[] = [],
): Promise<Page> {
  visitors += 1;
  const { page, expectQuiet, close } = await visit(
    browser,
    {
      locale: language,
      extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${visitors}` },
      ...options,
    },
    expectedStatuses,
  );
  onTestFinished(async () => {
    await expectQuiet();
    await close();
  });
  return page;
}

/** Every page that there is, each left as it is before the next one. */
async function walk(
  page: Page,
  language: string,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto(site.link(person, `Summer sale ${visitors}`, language));
  await look('link');
  await page.check('input[value=campaign]');
  await page.click('button');
  await look('done-kind');
  await page.click('button');
  await look('done-all');
  await page.goto(`${site.address}/stop`);
  await look('number');
  await page.fill('#number', 'Maria');
  await page.click('button');
  await look('number-wrong');
  await page.fill('#number', `+4477009${String(visitors).padStart(5, '0')}`);
  await page.click('button');
  await look('code');
  await page.fill('#code', '1');
  await page.click('button');
  await look('code-wrong');
  for (let tries = 1; tries < 5; tries += 1) {
    await page.fill('#code', '1');
    await page.click('button');
  }
  await look('code-void');
  await page.goto(`${site.address}/o/broken`);
  await look('broken-link');
}

const errors = [404, 410, 422];
const narrow = { viewport: { width: 320, height: 640 } };
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true };

describe('the pages', () => {
  it.each(LANGUAGES)(
    'fit a screen of 320 pixels in %s, with targets for thumbs',
    async (language) => {
      const page = await enter(language, narrow, errors);
      await walk(page, language, async (name) => {
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect({ name, width }).toEqual({ name, width: 320 });
        for (const target of await page.locator('button, .choice, .field input').all()) {
          const box = await target.boundingBox();
          expect(box?.height).toBeGreaterThanOrEqual(48);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
        }
      });
    },
  );

  it.each(['en', 'ar'])('have no fault that axe finds, in %s, light and dark', async (language) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await enter(language, { ...phone, colorScheme }, errors);
      await walk(page, language, async (name) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate<axe.AxeResults>('axe.run()');
        expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
        const faults = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        expect({ name, faults }).toEqual({ name, faults: [] });
      });
    }
  });

  it('can be looked at, in several languages, light and dark, small and large', async () => {
    const looks = [
      ...(['en', 'de', 'ar', 'ja'] as const).flatMap((language) =>
        (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme, ...phone })),
      ),
      { language: 'ru', colorScheme: 'light', ...narrow },
      { language: 'en', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
      { language: 'he', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
    ] as const;
    for (const { language, ...options } of looks) {
      const page = await enter(language, options, errors);
      const look = `${language}-${options.colorScheme}-${options.viewport.width}`;
      await walk(page, language, (name) => screenshot(page, `${look}-${name}`));
    }
  });

  it('follow the scheme of colours that their reader has chosen', async () => {
    const paper = async (colorScheme: 'light' | 'dark') => {
      const page = await enter('en', { colorScheme });
      await page.goto(`${site.address}/stop`);
      return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    };
    const [light, dark] = [await paper('light'), await paper('dark')];
    expect(brightness(light)).toBeGreaterThan(200);
    expect(brightness(dark)).toBeLessThan(60);
  });

  it('run from right to left where the language does, numbers aside', async () => {
    const page = await enter('ar');
    await page.goto(site.link(person, 'right to left', 'ar'));
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    const radio = await page.locator('.choice input').first().boundingBox();
    const label = await page.locator('.choice span').first().boundingBox();
    expect(radio?.x).toBeGreaterThan(label?.x ?? Number.POSITIVE_INFINITY);
    expect(await page.locator('.number [aria-hidden]').textContent()).toBe('+4477•••••123');
    expect(await page.getAttribute('.number bdi', 'dir')).toBe('ltr');
  });

  it('show what is chosen and where the keyboard is when colours are forced', async () => {
    const page = await enter('en', { forcedColors: 'active' });
    await page.goto(site.link(person, 'forced', 'en'));
    await page.keyboard.press('Tab');
    const style = (selector: string, name: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${name}`);
    expect(await style('.choice:has(:checked)', 'borderTopWidth')).toBe('3px');
    expect(await style('.choice:has(:focus-visible)', 'outlineStyle')).toBe('solid');
    await page.keyboard.press('Tab');
    expect(await style('button:focus-visible', 'outlineStyle')).toBe('solid');
    expect(await style('button', 'borderTopStyle')).toBe('solid');
    await screenshot(page, 'en-forced-colours-link');
  });
});

function brightness(color: string): number {
  return Math.max(...(color.match(/\d+/g) ?? []).map(Number));
}
