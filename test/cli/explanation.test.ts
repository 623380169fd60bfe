import { describe, expect, it } from 'vitest';
import { explain } from '../../src/cli/explanation.js';
import { keywordNotes } from '../../src/cli/keyword-notes.js';
import { configOf } from '../support/test-config.js';

const modem = '[[modem]]\nport = "/dev/main"';
const told = (toml: string) => explain(configOf(toml, '/data')).join('\n');

describe('the explanation of a configuration', () => {
  it('says what the gateway will do, with the very confirmation and what it costs', () => {
    const text = told(`${modem}
[optout]
brand = "Corner Shop"
languages = ["fr", "en"]
scope = "campaign"
[optout.keywords]
stop = ["BASTA"]`);
    expect(text).toContain('in French and English, and BASTA');
    expect(text).toContain('end the campaign of the last message');
    expect(text).toMatch(/are confirmed once: "Corner Shop ?: .+" \(\d parts?\)/);
  });

  it('names what is unusual', () => {
    const text = told(`${modem}
per_hour = 100
prefixes = ["+49"]
[send]
reports = false
retry_unconfirmed = true
[optout]
footer = false
transactional_passes = true`);
    for (const sentence of [
      'at most 100 an hour, prefers messages to numbers that begin with +49',
      'no delivery reports',
      'is sent again, and may arrive twice',
      'your texts have to say how',
      'but not transactional ones',
    ]) {
      expect(text).toContain(sentence);
    }
  });

  it('shows no secret', () => {
    const text = told(`${modem}
pin = "73914"
[[webhook]]
url = "https://app.example.org/sms?token=hunter2"
secret = "correct-horse-battery"`);
    expect(text).toContain('PIN set');
    expect(text).toContain('app.example.org is told of');
    expect(text).not.toMatch(/73914|hunter2|correct-horse/);
  });
});

describe('what configured keywords do not do', () => {
  const notes = (keywords: string) =>
    keywordNotes(configOf(`${modem}\n[optout.keywords]\n${keywords}`, '/data').optout);

  it('is told where a word is read otherwise whatever is configured', () => {
    expect(notes('start = ["STOP"]\nhelp = ["quit"]')).toEqual([
      'optout.keywords.start: "STOP" does nothing: it is read as opt-out',
      'optout.keywords.help: "quit" does nothing: it is read as opt-out',
    ]);
  });

  it('is told where a word had another meaning', () => {
    expect(notes('stop = ["START"]')).toEqual([
      'optout.keywords.stop: "START" was opt-in without it, which people may expect',
    ]);
  });

  it('is silent of words of their own', () => {
    expect(notes('stop = ["basta", "stop"]\nstart = ["ja"]\nhelp = ["wer"]')).toEqual([]);
  });
});
