import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { load, MINIMAL, refusal, sourceOf } from './source.js';

describe('the environment', () => {
  it('overrides the file, read as the type that the key has', () => {
    const config = load(MINIMAL, {
      STOPGATE_HTTP__LISTEN: '127.0.0.1:1234',
      STOPGATE_MODEM__0__PIN: '0012',
      STOPGATE_MODEM__0__BAUD: '9600',
      STOPGATE_MODEM__0__NAME: '5',
      STOPGATE_OPTOUT__FOOTER: 'false',
      STOPGATE_SEND__REFERENCE_BITS: '16',
      STOPGATE_OPTOUT__LANGUAGES: '["fr", "en"]',
      STOPGATE_OPTOUT__KEYWORDS__STOP__0: 'BASTA',
      STOPGATE_GATEWAY__DATA_DIR: '/data',
    });
    expect(config).toMatchObject({
      gateway: { dataDir: '/data' },
      modems: [{ name: '5', pin: '0012', baud: 9600, port: '/dev/ttyUSB0' }],
      http: { listen: { kind: 'tcp', host: '127.0.0.1', port: 1234 } },
      optout: { footer: false, languages: ['fr', 'en'], keywords: { stop: ['BASTA'] } },
      send: { referenceBits: 16 },
    });
  });

  it('can be the whole configuration', () => {
    const config = load('', {
      STOPGATE_MODEM__1__PORT: '/dev/ttyUSB1',
      STOPGATE_MODEM__1__NAME: 'second',
      STOPGATE_MODEM__0__PORT: '/dev/ttyUSB0',
    });
    expect(config.modems.map(({ port }) => port)).toEqual(['/dev/ttyUSB0', '/dev/ttyUSB1']);
  });

  it('counts its positions as numbers, so that the eleventh comes after the tenth', () => {
    const env = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        [`STOPGATE_MODEM__${i}__NAME`, `m${i}`],
        [`STOPGATE_MODEM__${i}__PORT`, `/dev/ttyUSB${i}`],
      ]).flat(),
    );
    expect(load('', env).modems).toHaveLength(12);
  });

  it('is at fault with a variable that sets nothing, and names the one meant', () => {
    expect(
      new Set(
        refusal(MINIMAL, {
          STOPGATE_HTP__LISTEN: 'x',
          STOPGATE_MODEM__FIRST__PIN: '1234',
          STOPGATE_MODEM__7__PIN: '1234',
          STOPGATE_HTTP__LISTEN__PORT: '1',
          STOPGATE___PROTO____X: '1',
          STOPGATE_HTTP__CONSTRUCTOR: '1',
        }),
      ),
    ).toEqual(
      new Set([
        'STOPGATE_HTP__LISTEN: unknown variable; did you mean STOPGATE_HTTP__LISTEN?',
        'STOPGATE_HTTP__CONSTRUCTOR: unknown variable',
        'STOPGATE_HTTP__LISTEN__PORT: unknown variable; http.listen has nothing inside it',
        'STOPGATE_MODEM__7__PIN: there is no modem[1] before it; positions count from 0 without a gap',
        'STOPGATE_MODEM__FIRST__PIN: "FIRST" is wrong; a position in modem must stand here: 0 for the first',
        'STOPGATE___PROTO____X: unknown variable',
      ]),
    );
  });

  it('is named where its value is wrong', () => {
    const [line] = refusal(MINIMAL, { STOPGATE_MODEM__0__BAUD: 'fast' });
    expect(line).toMatch(
      /^modem\[0\]\.baud: "fast" is wrong; .* \(from STOPGATE_MODEM__0__BAUD\)$/,
    );
  });

  it('is at fault with one underscore where two belong', () => {
    const env = {
      ...{ STOPGATE_HTTP_LISTEN: 'x', STOPGATE_MODEM_0_POLL_SECONDS: '1' },
      ...{ STOPGATE_OPTOUT_KEYWORDS_STOP_0: 'x' },
    };
    expect(refusal(MINIMAL, env)).toEqual([
      'STOPGATE_HTTP_LISTEN: unknown variable; did you mean STOPGATE_HTTP__LISTEN?',
      'STOPGATE_MODEM_0_POLL_SECONDS: unknown variable; did you mean STOPGATE_MODEM__0__POLL_SECONDS?',
      'STOPGATE_OPTOUT_KEYWORDS_STOP_0: unknown variable; did you mean STOPGATE_OPTOUT__KEYWORDS__STOP__0?',
    ]);
  });

  it('leaves others alone', () => {
    const others = { STOPGATE_KEY: 'x', STOPGATE: 'y', PATH__X: 'z', STOPGATE_SEND: 'x' };
    expect(refusal(MINIMAL, others)).toEqual([]);
  });
});

describe('a secret', () => {
  it('can stand in a file of its own, beside the configuration or anywhere', () => {
    const toml = `[[modem]]
      port = "/dev/ttyUSB0"
      pin = { file = "pin" }
      [[webhook]]
      url = "https://app.example.org"
      secret = { file = "/run/secrets/hook" }`;
    const files = { '/etc/stopgate/pin': '1234\n', '/run/secrets/hook': 'whsec_0123456789\r\n' };
    const config = load(toml, {}, files);
    expect(config.modems[0]?.pin).toBe('1234');
    expect(config.webhooks[0]?.secret).toBe('whsec_0123456789');
  });

  it('can be named by the environment, as a value or as a file', () => {
    const env = { STOPGATE_MODEM__0__PIN: '{ file = "/run/pin" }' };
    expect(load(MINIMAL, env, { '/run/pin': '1234' }).modems[0]?.pin).toBe('1234');
  });

  it('can be a credential that systemd hands to the service', () => {
    const toml = `${MINIMAL}pin = { credential = "pin" }`;
    const env = { CREDENTIALS_DIRECTORY: '/run/credentials/other.service' };
    const files = {
      '/run/credentials/other.service/pin': '1234\n',
      '/run/credentials/stopgate.service/pin': '5678\n',
    };
    expect(load(toml, env, files).modems[0]?.pin).toBe('1234');
    expect(load(toml, {}, files).modems[0]?.pin).toBe('5678');
  });

  it('that is a credential is one fault when it is not there, or is no name of one', () => {
    const toml = (name: string) => `${MINIMAL}pin = { credential = "${name}" }`;
    expect(refusal(toml('pin'))).toEqual([
      'modem[0].pin: its credential "pin" cannot be read: there is no such file; it is there for root while the service runs',
    ]);
    expect(refusal(toml('pin'), { CREDENTIALS_DIRECTORY: '/run/credentials/x' })).toEqual([
      'modem[0].pin: its credential "pin" cannot be read: there is no such file; LoadCredential=pin:FILE in the service brings it',
    ]);
    expect(refusal(toml('../../../etc/shadow'))).toEqual([
      expect.stringContaining('a table here must be'),
    ]);
  });

  it('that is a credential is done without where nothing needs it, and told of', () => {
    const toml = `${MINIMAL}pin = { credential = "pin" }
      [[webhook]]
      url = "https://app.example.org"
      secret = { credential = "hook" }`;
    const withoutSecrets = (env = {}) =>
      loadConfig({ ...sourceOf(toml, env), needsSecrets: false });
    const config = withoutSecrets();
    expect(config.modems[0]).not.toHaveProperty('pin');
    expect(config.webhooks[0]?.secret).toMatch(/^[0-9a-f]{64}$/u);
    expect(withoutSecrets().webhooks[0]?.secret).not.toBe(config.webhooks[0]?.secret);
    expect(config.warnings).toEqual([
      expect.stringMatching(/^modem\[0\]\.pin: its credential "pin" cannot be read/u),
      expect.stringMatching(/^webhook\[0\]\.secret: its credential "hook" cannot be read/u),
    ]);
    expect(() => withoutSecrets({ CREDENTIALS_DIRECTORY: '/run/credentials/x' })).toThrow('pin');
  });

  it('is one fault when its file cannot be read', () => {
    const toml = `${MINIMAL}pin = { file = "gone" }
      [[webhook]]
      url = "https://app.example.org"
      secret = { path = "x" }`;
    expect(refusal(toml)).toEqual([
      'modem[0].pin: its file "gone" cannot be read: there is no such file',
      'webhook[0].secret: a table here must be { file = "path" } or { credential = "name" }',
    ]);
  });

  it('is never shown', () => {
    const toml = `${MINIMAL}pin = "98x76"
      [[webhook]]
      url = "https://app.example.org"
      secret = "hunter2"`;
    const lines = refusal(toml);
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toMatch(/98x76|hunter2/);
    expect(lines[0]).toBe('modem[0].pin: the value is wrong; it must be 4 to 8 digits in quotes');
  });
});
