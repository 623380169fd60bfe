import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { MINIMAL, refusal, sourceOf } from './source.js';

describe('what is wrong', () => {
  it('is told all at once, each with its key, its value and what would be right', () => {
    const lines = refusal(`
      [gateway]
      country = "UK"
      [[modem]]
      baud = "fast"
      [http]
      listen = "7867"
      [optout]
      footr = true
      scope = "some"
      [send]
      reports = 1
      reference_bits = 12
    `);
    expect(lines).toEqual([
      'gateway.country: "UK" is wrong; it must be a country of two capital letters, such as "GB"',
      'modem[0].port: missing; it must be a serial port with its whole path ("/dev/serial/by-id/usb-…") or "tcp://host:port"',
      'modem[0].baud: "fast" is wrong; it must be a whole number from 300 to 4000000 (115200 suits most modems)',
      'http.listen: "7867" is wrong; it must be an address such as "127.0.0.1:7867" or "unix:/run/stopgate/http.sock"',
      'optout.scope: "some" is wrong; it must be one of all, campaign',
      'optout.footr: unknown key; did you mean footer?',
      'send.reports: 1 is wrong; it must be true or false',
      'send.reference_bits: 12 is wrong; it must be 8 or 16',
    ]);
  });

  it.each([
    ['baud = 0', 'modem[0].baud'],
    ['baud = 115200.5', 'modem[0].baud'],
    ['pin = 1234', 'modem[0].pin'],
    ['pin = "123"', 'modem[0].pin'],
    ['poll_seconds = 0', 'modem[0].poll_seconds'],
    ['poll_seconds = 86400', 'modem[0].poll_seconds'],
    ['per_minute = -1', 'modem[0].per_minute'],
    ['prefixes = []', 'modem[0].prefixes'],
    ['prefixes = ["44"]', 'modem[0].prefixes[0]'],
    ['campaigns = []', 'modem[0].campaigns'],
    ['campaigns = ["*"]', 'modem[0].campaigns[0]'],
    ['dialect = "hayes"', 'modem[0].dialect'],
    ['init = ["AT\\r\\nATD123"]', 'modem[0].init[0]'],
    ['init = "AT"', 'modem[0].init'],
    ['name = "a b"', 'modem[0].name'],
    ['name = ""', 'modem[0].name'],
    ['[gateway]\nname = "a/b"', 'gateway.name'],
    ['[gateway]\ndata_dir = ""', 'gateway.data_dir'],
    ['[http]\nlisten = "127.0.0.1:70000"', 'http.listen'],
    ['[http]\nlisten = "unix:relative.sock"', 'http.listen'],
    ['[http]\nlisten = "[::zz]:80"', 'http.listen'],
    ['[http]\nlisten = ":7867"', 'http.listen'],
    [`[http]\nlisten = "unix:/${'x'.repeat(107)}"`, 'http.listen'],
    ['[public]', 'public.base_url'],
    ['[public]\nbase_url = "sms.example.org"', 'public.base_url'],
    ['[public]\nbase_url = "https://a.example/?x"', 'public.base_url'],
    ['[optout]\nlanguages = []', 'optout.languages'],
    ['[optout]\nlanguages = ["en", "en"]', 'optout.languages'],
    ['[optout]\nlanguages = ["xx"]', 'optout.languages[0]'],
    ['[optout]\nbrand = "a\\nb"', 'optout.brand'],
    ['[optout.keywords]\nstop = [""]', 'optout.keywords.stop[0]'],
    ['[optout.keywords]\nstop = ["..."]', 'optout.keywords.stop[0]'],
    ['[http]\nlisten = "256.0.0.1:80"', 'http.listen'],
    ['[[webhook]]\nurl = "https://:pw@x"\nsecret = "0123456789abcdef"', 'webhook[0].url'],
    ['[[webhook]]\nurl = "ftp://x"\nsecret = "0123456789abcdef"', 'webhook[0].url'],
    ['[[webhook]]\nurl = "https://x"', 'webhook[0].secret'],
    ['[send]\nreference_bits = "8"', 'send.reference_bits'],
    ['[retention]\nmessage_days = 0', 'retention.message_days'],
    ['[retention]\nmessage_days = 1979-05-27', 'retention.message_days'],
  ])('has its path: %s', (toml, path) => {
    const lines = refusal(`[[modem]]\nport = "/dev/ttyUSB0"\n${toml}`);
    expect(lines.map((line) => line.split(': ', 1)[0])).toEqual([path]);
  });

  it.each(['COM3', 'ttyUSB0', '', '/', 'tcp://', 'tcp://host', 'tcp://host:0', 'udp://h:1'])(
    'includes a port such as %j',
    (port) => {
      expect(refusal(`[[modem]]\nport = ${JSON.stringify(port)}`)).toHaveLength(1);
    },
  );

  it('includes a configuration without any modem', () => {
    expect(refusal('')).toEqual([
      'modem: missing; it must be one or more tables that begin with [[modem]], each with its port',
    ]);
    expect(refusal('modem = []')).toHaveLength(1);
    expect(refusal('[modem]\nport = "/dev/ttyUSB0"')[0]).toContain('[[modem]]');
  });

  it('shows no secret where a table of them or an address is wrong', () => {
    const toml = '[[modem]]\nport = "/dev/ttyUSB0"\n[[webhook]]\n';
    const hidden = 'hidden-in-there-0123456789';
    for (const wrong of [
      '[modem]\npin = "8642"',
      '[[modem]]\nport = "/dev/ttyUSB0"\ninit = ["+CPIN=8642"]',
      '[[modem]]\nport = "/dev/ttyUSB0"\npin = "8642x"',
      `${MINIMAL}[webhook]\nsecret = "${hidden}"`,
      `webhook = ["${hidden}"]\n${MINIMAL}`,
      `${toml}url = "https://u:${hidden}@x"\nsecret = "0123456789abcdef"`,
      `${toml}url = "https://x"\nsecret = "${hidden} "`,
    ]) {
      const told = refusal(wrong).join('\n');
      expect(told).toContain('the value is wrong');
      expect(told).not.toMatch(/8642|hidden/u);
    }
  });

  it('includes two modems of one name or one port', () => {
    const lines = refusal(`
      [[modem]]
      port = "tcp://Host:1"
      [[modem]]
      port = "tcp://host:1"
      [[modem]]
      name = "main"
      port = "/dev/ttyUSB0"
    `);
    expect(lines.map((line) => line.split(';')[0])).toEqual([
      'modem[1].name: "main" is modem[0].name as well',
      'modem[2].name: "main" is modem[0].name as well',
      'modem[1].port: "tcp://host:1" is modem[0].port as well',
    ]);
  });

  it('includes a word that would mean two things, but not one said twice', () => {
    const keywords = '[optout.keywords]\nstop = ["Basta", "BASTA"]\nhelp = ["basta "]';
    expect(refusal(MINIMAL + keywords)).toEqual([
      'optout.keywords.help[0]: "basta" is optout.keywords.stop[0] as well; a word can mean one thing only',
    ]);
  });

  it('includes both servers on one address', () => {
    const pages = '[public]\nlisten = "127.0.0.1:7867"\nbase_url = "https://a.example"';
    expect(refusal(MINIMAL + pages)[0]).toMatch(/^public\.listen: .* is http\.listen as well/);
  });

  it.each([
    ['http.listen', '127.0.0.1:7868', undefined],
    ['public.listen', '0.0.0.0:7867', '127.0.0.1:7867'],
    ['public.listen', 'localhost:7867', '127.0.0.1:7867'],
    ['public.listen', '[::]:7867', '192.168.1.2:7867'],
    ['public.listen', 'unix:/a', 'unix:/a'],
  ])('includes %s where the servers would have %s and %s', (path, api, pages) => {
    const listen = pages === undefined ? '' : `listen = "${pages}"\n`;
    const both = `[http]\nlisten = "${api}"\n[public]\n${listen}base_url = "https://a.example"`;
    expect(refusal(MINIMAL + both)).toEqual([
      `${path}: "${pages ?? api}" is ${path === 'http.listen' ? 'public' : 'http'}.listen as well; the two need addresses of their own`,
    ]);
  });

  it('includes no two servers on addresses of their own', () => {
    const both = '[http]\nlisten = "127.0.0.1:0"\n[public]\nlisten = "127.0.0.1:0"\n';
    expect(refusal(`${MINIMAL}${both}base_url = "https://a.example"`)).toEqual([]);
  });

  it('includes unknown keys, with the one that was probably meant', () => {
    const lines = refusal(`
      brand = "x"
      zzz = 1
      [gatway]
      [gateway]
      dataDir = "/x"
      baud = 1
      "a.b" = 1
      [[modem]]
      port = "/dev/ttyUSB0"
      prot = 1
      [optout.keywords]
      stpo = ["x"]
      [[webhooks]]
      [http]
      per-minute = 1
    `);
    expect(new Set(lines)).toEqual(
      new Set([
        'brand: unknown key; it belongs under [optout]',
        'gateway.a.b: unknown key',
        'gateway.baud: unknown key; it belongs under [[modem]]',
        'gateway.dataDir: unknown key; did you mean data_dir?',
        'gatway: unknown key; did you mean gateway?',
        'http.per-minute: unknown key; did you mean per_minute?',
        'modem[0].prot: unknown key; did you mean port?',
        'optout.keywords.stpo: unknown key; did you mean stop?',
        'webhooks: unknown key; did you mean webhook?',
        'zzz: unknown key',
      ]),
    );
  });

  it('is a table where a value stands, and a value where a table stands', () => {
    expect(refusal(`http = 1\n${MINIMAL}`)).toEqual([
      'http: 1 is wrong; it must be a table that begins with [http]',
    ]);
    expect(refusal(`${MINIMAL}[modem.baud]`)[0]).toMatch(/^modem\[0\]\.baud: \{\} is wrong/);
  });

  it('gives line and column of what is not TOML, in one line, without showing what stands there', () => {
    expect(refusal('[[modem]]\npin = "1234')).toEqual([
      '/etc/stopgate/stopgate.toml: not TOML at line 2, column 7: unfinished string',
    ]);
    expect(refusal('__proto__ = 1')[0]).toContain('line 1, column 1');
  });

  it('says why the file cannot be read', () => {
    const source = { ...sourceOf(MINIMAL), file: '/nowhere.toml' };
    expect(() => loadConfig(source)).toThrow(
      '/nowhere.toml: cannot be read: there is no such file; "stopgate init" makes one, or name another with --config',
    );
  });

  it('shows long values cut', () => {
    const [line] = refusal(`${MINIMAL}[optout]\nscope = "${'x'.repeat(5000)}"`);
    expect(line?.length).toBeLessThan(200);
  });
});
