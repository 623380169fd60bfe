import { describe, expect, it } from 'vitest';
import { load, MINIMAL, refusal } from './source.js';

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3';

function withWebhook(...lines: string[]): string {
  const given = lines.join('\n');
  const rest = given.includes('secret =') ? '' : `secret = "${secret}"`;
  return `${MINIMAL}[[webhook]]\n${given}\n${rest}\n`;
}

describe('a webhook', () => {
  it('is told of everything and may not be private unless its keys say otherwise', () => {
    const { webhooks, warnings } = load(withWebhook('url = "https://app.example.org/sms"'));
    expect(webhooks).toEqual([
      {
        url: 'https://app.example.org/sms',
        secret,
        events: ['message.received', 'message.status', 'consent.changed'],
        allowPrivate: false,
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:3000/sms',
    'http://localhost:3000',
    'https://app.localhost',
    'https://nas.local/hook',
    'http://192.168.1.2',
    'http://[::1]:3000',
    'http://[::ffff:10.0.0.1]',
    'http://0x7f.1/',
    'http://169.254.169.254/latest',
  ])('at %s is said to get nothing without allow_private, and is fine with it', (url) => {
    const { warnings } = load(withWebhook(`url = "${url}"`));
    expect(warnings).toEqual([
      expect.stringMatching(/^webhook\[0\]\.url leads to .+allow_private = true\.$/),
    ]);
    expect(load(withWebhook(`url = "${url}"`, 'allow_private = true')).warnings).toEqual([]);
  });

  it('is said to be told unencrypted over http://', () => {
    expect(load(withWebhook('url = "http://app.example.org"')).warnings).toEqual([
      expect.stringMatching(/^webhook\[0\]\.url begins with http:\/\/: .+unencrypted/),
    ]);
  });

  it.each(['whsec_replace-this-by-your-own', 'whsec_0123456789', 'whsec_MDEyMzQ1Njc4OWFi='])(
    'whose secret %s is no base64 is said to be refused, without the secret',
    (malformed) => {
      const toml = withWebhook('url = "https://app.example.org"', `secret = "${malformed}"`);
      const { warnings } = load(toml);
      expect(warnings).toEqual([
        expect.stringMatching(/^webhook\[0\]\.secret begins with whsec_, .+ no base64/),
      ]);
      expect(warnings.join()).not.toContain(malformed.slice(6));
    },
  );

  it('may have a secret that is any text', () => {
    const toml = withWebhook('url = "https://app.example.org"', 'secret = "correct-horse-battery"');
    expect(load(toml).warnings).toEqual([]);
  });

  it('is one of its address', () => {
    const twice =
      withWebhook('url = "https://app.example.org"') +
      withWebhook('url = "https://APP.example.org/"').slice(MINIMAL.length);
    expect(refusal(twice)).toEqual([
      'webhook[1].url: "https://app.example.org/" is webhook[0].url as well; each webhook needs an address of its own; its events can be several',
    ]);
  });
});
