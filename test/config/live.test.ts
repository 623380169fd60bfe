import { describe, expect, it } from 'vitest';
import { liveConfig, mergeConfig } from '../../src/config/live.js';
import { configOf } from '../support/test-config.js';

const modem = (name: string, more = '') =>
  `[[modem]]\nname = "${name}"\nport = "/dev/${name}"\n${more}\n`;
const running = configOf(
  `${modem('a', 'per_minute = 6\nprefixes = ["+44"]')}${modem('b')}
[optout]
help_text = "Call us."
[public]
base_url = "https://sms.example.org"
[[webhook]]
url = "https://app.example.org/sms"
secret = "0123456789abcdef"`,
  '/data',
);

describe('a configuration that is read anew', () => {
  it('that has not changed changes nothing', () => {
    const { config, taken, needRestart } = mergeConfig(running, structuredClone(running));
    expect([taken, needRestart]).toEqual([[], []]);
    expect(config).toEqual(running);
  });

  it('is taken in all that services ask for each time, and names it', () => {
    const next = configOf(
      `${modem('a', 'per_hour = 100\ncampaigns = ["alerts"]')}${modem('b')}
[http]
per_minute = 60
[optout]
brand = "Corner Shop"
languages = ["de", "en"]
[optout.keywords]
stop = ["BASTA"]
[send]
reports = false
[public]
base_url = "https://sms.example.org"`,
      '/data',
    );
    const { config, taken, needRestart } = mergeConfig(running, next);
    expect(taken).toEqual([
      'http.per_minute',
      'optout.brand',
      'optout.languages',
      'optout.help_text',
      'optout.keywords',
      'send.reports',
      'webhook',
      'modem "a".per_minute',
      'modem "a".per_hour',
      'modem "a".prefixes',
      'modem "a".campaigns',
    ]);
    expect(needRestart).toEqual([]);
    expect(config).toEqual(next);
  });

  it('leaves what cannot change as it is, and names it', () => {
    const next = configOf(
      `${modem('a', 'per_minute = 6\nprefixes = ["+44"]\nbaud = 9600\npin = "1234"')}
${modem('c', 'per_minute = 3')}
[http]
listen = "127.0.0.1:9999"
[optout]
help_text = "Write to us."
[[webhook]]
url = "https://app.example.org/sms"
secret = "0123456789abcdef"`,
      '/elsewhere',
    );
    const { config, taken, needRestart } = mergeConfig(running, next);
    expect(taken).toEqual(['optout.help_text']);
    expect(needRestart).toEqual([
      'gateway.data_dir',
      'http.listen',
      'public.listen',
      'public.base_url',
      'modem "a".baud',
      'modem "a".pin',
      'modem "b"',
      'modem "c"',
    ]);
    expect(config).toEqual({ ...running, optout: next.optout, warnings: next.warnings });
  });

  it('is seen by whoever asks the live one, part by part', () => {
    let current = running;
    const live = liveConfig(() => current);
    expect(live).toEqual(running);
    current = mergeConfig(running, {
      ...running,
      send: { ...running.send, reports: false },
    }).config;
    expect(live.send.reports).toBe(false);
    expect(live).toEqual(current);
  });
});
