import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FirstAnswers, firstFile } from '../../src/config/first-file.js';
import { loadConfig } from '../../src/config/load.js';
import { sourceOf } from './source.js';

const example = readFileSync(
  new URL('../../config/stopgate.example.toml', import.meta.url),
  'utf8',
);
const answers: FirstAnswers = {
  country: 'FR',
  brand: 'Le "Coin"',
  languages: ['fr', 'en'],
  port: '/dev/ttyUSB2',
  baud: 9600,
  pin: '0000',
  listen: '127.0.0.1:7999',
  dataDir: '/srv/stopgate',
};

describe('the first file', () => {
  it('holds every answer', () => {
    const config = loadConfig(sourceOf(firstFile(example, answers)));
    expect(config).toMatchObject({
      gateway: { country: 'FR', dataDir: '/srv/stopgate' },
      modems: [{ port: '/dev/ttyUSB2', baud: 9600, pin: '0000' }],
      http: { listen: { host: '127.0.0.1', port: 7999 } },
      optout: { brand: 'Le "Coin"', languages: ['fr', 'en'] },
    });
    expect(config.public).toBeUndefined();
  });

  it('leaves every other line as the example has it', () => {
    const lines = firstFile(example, answers).split('\n');
    const changed = example.split('\n').filter((line, index) => lines[index] !== line);
    expect(lines).toHaveLength(example.split('\n').length);
    expect(changed).toHaveLength(Object.keys(answers).length);
  });

  it('leaves settings at their defaults that nobody answered', () => {
    const { baud, pin, dataDir, ...few } = answers;
    expect([baud, pin, dataDir]).not.toContain(undefined);
    const config = loadConfig(sourceOf(firstFile(example, few)));
    expect(config).toMatchObject({
      gateway: { dataDir: '/var/lib/stopgate' },
      modems: [{ baud: 115_200 }],
    });
    expect(config.modems[0]).not.toHaveProperty('pin');
  });

  it('holds any name that can be a brand, letter for letter', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const isLine = (name: string) => !/\p{Cc}/u.test(name) && name.length <= 60;
    fc.assert(
      fc.property(names.filter(isLine), (brand) => {
        const config = loadConfig(sourceOf(firstFile(example, { ...answers, brand })));
        expect(config.optout.brand).toBe(brand);
      }),
    );
  });
});
