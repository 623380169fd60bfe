import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { loadConfig } from '../../src/config/load.js';
import { pingWebhook } from '../../src/service/webhook-ping.js';
import { signer } from '../../src/service/webhook-signature.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { secret } from '../support/test-webhooks.js';
import { until } from '../system/until.js';
import { freePort } from './free-port.js';

const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');

/** Whether a program that an example needs is on this machine; Node alone is on every one. */
function has(program: string): boolean {
  return spawnSync(program, ['-h'], { stdio: 'ignore' }).error === undefined;
}

/** The example in `language` that holds `word`. */
function example(language: string, word: string): string {
  const examples = page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gmsu'));
  const found = [...examples].map(([, code = '']) => code).find((code) => code.includes(word));
  if (found === undefined) throw new Error(`docs/webhooks.md has no ${language} with ${word}`);
  return found;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** The receiver of the page, running. */
async function run(language: 'js' | 'python') {
  const port = await freePort();
  const file = join(temporaryDirectory(), language === 'js' ? 'receiver.mjs' : 'receiver.py');
  writeFileSync(file, example(language, 'webhook-signature'));
  const command = language === 'js' ? process.execPath : 'python3';
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret };
  const child: ChildProcess = spawn(command, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  await until(`${language} listens`, () => isListening(port));
  return { port, env, printed: () => printed };
}

function ping(port: number, withSecret = secret) {
  return pingWebhook({
    endpoint: { url: `http://127.0.0.1:${port}/`, secret: withSecret, allowPrivate: true },
    clock: systemClock,
    gateway: 'shop-1',
    signal: new AbortController().signal,
  });
}

describe('docs/webhooks.md', () => {
  it.for((['js', 'python'] as const).filter((one) => one === 'js' || has('python3')))(
    'has a receiver in %s that takes what is genuine, and nothing else',
    async (language) => {
      const { port, printed } = await run(language);
      expect(await ping(port)).toMatchObject({ isTaken: true, status: 204 });
      await until('it is printed', () => printed().includes('shop-1'));
      const other = `whsec_${Buffer.from('another secret of mine').toString('base64')}`;
      expect(await ping(port, other)).toMatchObject({ isTaken: false, status: 401 });
      const unsigned = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
      expect(unsigned.status).toBe(401);
      const anHourAgo = new Date(systemClock.now().getTime() - 3_600_000);
      const old = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        body: '{}',
        headers: signer(secret)('wh_overheard', anHourAgo, '{}'),
      });
      expect(old.status).toBe(401);
    },
  );

  it.skipIf(!has('openssl') || !has('curl'))(
    'has a call by hand that such a receiver takes',
    async () => {
      const { env, printed } = await run('js');
      const call = async (changes = {}) => {
        const script = ['-c', example('sh', 'openssl dgst')];
        return (await promisify(execFile)('sh', script, { env: { ...env, ...changes } })).stdout;
      };
      expect(await call()).toBe('204\n');
      await until('it is printed', () => printed().includes('by hand'));
      expect(await call({ WEBHOOK_SECRET: 'whsec_bm90IHRoZSBzZWNyZXQ=' })).toBe('401\n');
    },
  );

  it('has a configuration that is taken without a word', () => {
    const toml = `[gateway]\ncountry = "GB"\n[[modem]]\nport = "/dev/ttyUSB0"\n`;
    const { warnings, webhooks } = loadConfig({
      file: 'test',
      env: {},
      hostName: 'test',
      readFile: () => toml + example('toml', '[[webhook]]'),
    });
    expect(warnings).toEqual([]);
    expect(webhooks).toHaveLength(1);
  });
});
