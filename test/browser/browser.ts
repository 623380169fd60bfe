/**
 * Debian's Chromium, and a page in it that is watched: what it asks for, what it complains of, what
 * it keeps. Knows nothing of the pages under test.
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

const executablePath = '/usr/bin/chromium';

/** Of the browser itself: it must not call anybody by itself either. */
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** With a profile of its own, which goes with it. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      'The Debian package chromium is not installed: ' +
        'run "apt-get update && apt-get install -y --no-install-recommends chromium" as root.',
    );
  }
  return chromium.launch({ executablePath, args: flags });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Fails where anything was asked of another host, kept, or complained of. */
  expectQuiet(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh visitor. `expectedStatuses` are errors that the test provokes. */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions = {},
  expectedStatuses: readonly number[] = [],
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const hosts = new Set<string>();
  const complaints: string[] = [];
  const isExpected = (text: string) =>
    expectedStatuses.some((status) => text.includes(`status of ${status}`));
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (!isExpected(message.text())) complaints.push(message.text());
  });
  return {
    context,
    page,
    async expectQuiet() {
      expect(complaints).toEqual([]);
      expect([...hosts]).toEqual(['127.0.0.1']);
      expect(await context.cookies()).toEqual([]);
    },
    close: () => context.close(),
  };
}

/** Keeps what a page looks like, where STOPGATE_SCREENSHOTS says or in one temporary directory. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const { STOPGATE_SCREENSHOTS } = process.env;
  const directory = STOPGATE_SCREENSHOTS ?? join(tmpdir(), 'stopgate-screenshots');
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
}
