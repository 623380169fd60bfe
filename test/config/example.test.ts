import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../../src/config/load.js';
import { schema } from '../../src/config/schema.js';
import { MINIMAL, sourceOf } from './source.js';

const shipped = readFileSync(
  new URL('../../config/stopgate.example.toml', import.meta.url),
  'utf8',
);
/** The same with every setting that is commented out put in. */
const complete = shipped.replace(/^#(?=[a-z[])/gm, '');

/** Keys whose line is an example, since they have no default or one of this machine. */
const EXAMPLES = [
  'gateway.name',
  'modem.campaigns',
  'modem.pin',
  'modem.port',
  'modem.prefixes',
  'optout.brand',
  'public',
  'webhook',
];

function keysOf(type: unknown, path: string): string[] {
  if (
    type instanceof z.ZodOptional ||
    type instanceof z.ZodDefault ||
    type instanceof z.ZodPrefault
  ) {
    return keysOf(type.unwrap(), path);
  }
  if (type instanceof z.ZodArray && type.element instanceof z.ZodObject) {
    return keysOf(type.element, path);
  }
  if (!(type instanceof z.ZodObject)) return [path];
  return Object.entries(type.shape).flatMap(([key, inner]) =>
    keysOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** `table.key` of each line that sets one or would. */
function documentedKeys(): string[] {
  const found: string[] = [];
  let table = '';
  for (const line of shipped.split('\n')) {
    const header = /^#?\[+([a-z.]+)\]+$/.exec(line);
    const key = /^#?([a-z_]+) = /.exec(line);
    if (header) table = header[1] ?? '';
    if (key) found.push(`${table}.${key[1]}`);
  }
  return found;
}

describe('the example configuration', () => {
  it('is valid as shipped, warns of nothing and changes no default', () => {
    const config = loadConfig(sourceOf(shipped));
    const minimal = loadConfig(sourceOf(MINIMAL));
    const port = '/dev/serial/by-id/usb-your-modem-if00-port0';
    expect(config).toEqual({ ...minimal, modems: [{ ...minimal.modems[0], port }] });
  });

  it('shows each key at its default', () => {
    const config = loadConfig(sourceOf(complete));
    const minimal = loadConfig(sourceOf(MINIMAL));
    expect({
      ...config,
      gateway: { ...config.gateway, name: 'testhost' },
      modems: config.modems.map(({ pin, prefixes, campaigns, ...modem }) => {
        expect([pin, prefixes, campaigns]).toEqual(['1234', ['+44'], ['alerts']]);
        return { ...modem, port: '/dev/ttyUSB0' };
      }),
      optout: { ...config.optout, brand: 'testhost' },
      public: undefined,
      webhooks: [],
      warnings: [],
    }).toEqual({ ...minimal, public: undefined });
  });

  it('has every key that there is, and no other', () => {
    expect(new Set(documentedKeys())).toEqual(new Set(keysOf(schema, '')));
  });

  it('says so where a line is an example and no default', () => {
    const text = shipped.replaceAll('\n# ', ' ');
    for (const key of EXAMPLES) {
      if (key === 'modem.port') continue;
      const name = key.split('.').at(-1) ?? '';
      const line = key.includes('.') ? `#${name} = ` : `#[`;
      expect(text).toMatch(new RegExp(`Example:\\n${line.replaceAll('[', '\\[')}`));
    }
    expect(text.match(/Example:\n/g)).toHaveLength(EXAMPLES.length - 1);
  });
});
