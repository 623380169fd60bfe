import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { load, MINIMAL, sourceOf } from './source.js';

describe('a configuration that says the least', () => {
  it('has every default', () => {
    expect(load(MINIMAL)).toEqual({
      gateway: { name: 'testhost', country: 'GB', dataDir: '/var/lib/stopgate' },
      modems: [
        {
          name: 'main',
          port: '/dev/ttyUSB0',
          baud: 115_200,
          pollSeconds: 30,
          perMinute: 0,
          perHour: 0,
          dialect: 'auto',
          writePauseMs: 0,
          init: [],
        },
      ],
      http: { listen: { kind: 'tcp', host: '127.0.0.1', port: 7867 }, perMinute: 0 },
      optout: {
        brand: 'testhost',
        languages: ['en'],
        scope: 'all',
        match: 'intent',
        footer: true,
        helpText: '',
        transactionalPasses: false,
        keywords: { stop: [], start: [], help: [] },
      },
      send: {
        retryUnconfirmed: false,
        reports: true,
        transliterate: false,
        nationalTables: false,
        referenceBits: 8,
      },
      webhooks: [],
      retention: { messageDays: 90 },
      warnings: [],
    });
  });

  it('is frozen through and through', () => {
    const config = load(MINIMAL);
    expect(() => Object.assign(config.http, { perMinute: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.modems, { length: 0 })).toThrow(TypeError);
    expect(Object.isFrozen(config.optout.keywords.stop)).toBe(true);
  });

  it.each([
    ['räkna maskin', 'r-kna-maskin'],
    ['pi.local', 'pi.local'],
    ['', 'stopgate'],
    ['---', 'stopgate'],
  ])('is named after the host, %j as %j', (hostName, name) => {
    const config = loadConfig({ ...sourceOf(MINIMAL), hostName });
    expect(config.gateway.name).toBe(name);
    expect(config.optout.brand).toBe(name);
  });
});

it('takes every key that is set', () => {
  const config = load(`
    [gateway]
    name = "shop-1"
    country = "DE"
    data_dir = "data"
    [[modem]]
    name = "a"
    port = "tcp://10.0.0.2:2001"
    baud = 9600
    pin = "0000"
    poll_seconds = 5
    per_minute = 6
    per_hour = 100
    prefixes = ["+44", "+353"]
    campaigns = ["alerts"]
    dialect = "huawei"
    write_pause_ms = 20
    init = ["AT+CSCA?"]
    [[modem]]
    name = "b"
    port = "/dev/ttyUSB1"
    [http]
    listen = "unix:/run/stopgate/http.sock"
    per_minute = 60
    [public]
    listen = "[::1]:7868"
    base_url = "https://sms.example.org/"
    [optout]
    brand = "Corner Shop"
    languages = ["de", "en"]
    scope = "campaign"
    match = "keyword"
    footer = false
    help_text = "Call 020 7946 0000."
    transactional_passes = true
    [optout.keywords]
    stop = ["BASTA"]
    start = ["LOS"]
    help = ["HILFE"]
    [send]
    retry_unconfirmed = true
    reports = false
    transliterate = true
    national_tables = true
    reference_bits = 16
    [[webhook]]
    url = "https://app.example.org/sms"
    secret = "whsec_0123456789"
    [retention]
    message_days = 30
  `);
  expect(config).toMatchObject({
    gateway: { name: 'shop-1', country: 'DE', dataDir: '/etc/stopgate/data' },
    modems: [
      {
        name: 'a',
        port: 'tcp://10.0.0.2:2001',
        baud: 9600,
        pin: '0000',
        pollSeconds: 5,
        perMinute: 6,
        perHour: 100,
        prefixes: ['+44', '+353'],
        campaigns: ['alerts'],
        dialect: 'huawei',
        writePauseMs: 20,
        init: ['AT+CSCA?'],
      },
      { name: 'b', port: '/dev/ttyUSB1', baud: 115_200 },
    ],
    http: { listen: { kind: 'unix', path: '/run/stopgate/http.sock' }, perMinute: 60 },
    public: {
      listen: { kind: 'tcp', host: '::1', port: 7868 },
      baseUrl: 'https://sms.example.org',
    },
    optout: {
      brand: 'Corner Shop',
      languages: ['de', 'en'],
      scope: 'campaign',
      match: 'keyword',
      footer: false,
      helpText: 'Call 020 7946 0000.',
      transactionalPasses: true,
      keywords: { stop: ['BASTA'], start: ['LOS'], help: ['HILFE'] },
    },
    send: {
      retryUnconfirmed: true,
      reports: false,
      transliterate: true,
      nationalTables: true,
      referenceBits: 16,
    },
    webhooks: [
      {
        url: 'https://app.example.org/sms',
        secret: 'whsec_0123456789',
        events: ['message.received', 'message.status', 'consent.changed'],
        allowPrivate: false,
      },
    ],
    retention: { messageDays: 30 },
  });
});

describe('warnings', () => {
  it('tell that the API is reached from other machines', () => {
    for (const listen of ['0.0.0.0:7867', '[::]:7867', '192.168.1.2:80', 'sms.example.org:80']) {
      const { warnings } = load(`${MINIMAL}[http]\nlisten = "${listen}"`);
      expect(warnings).toEqual([expect.stringContaining('http.listen is reached from other')]);
    }
    for (const listen of ['127.0.0.1:1', '127.8.8.8:1', '[::1]:1', 'localhost:1', 'unix:/x']) {
      expect(load(`${MINIMAL}[http]\nlisten = "${listen}"`).warnings).toEqual([]);
    }
  });

  it('tell that no country was set, since numbers would be read as British', () => {
    const { warnings } = load('[[modem]]\nport = "/dev/ttyUSB0"');
    expect(warnings).toEqual([expect.stringContaining('gateway.country is not set')]);
  });

  it('say nothing of what is in order', () => {
    const { warnings } = load(`${MINIMAL}
      per_minute = 0
      dialect = "auto"
      [optout]
      match = "keyword"
      footer = false
      languages = ["en"]`);
    expect(warnings).toEqual([]);
  });
});
