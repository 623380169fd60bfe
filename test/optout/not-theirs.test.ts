import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../src/optout/match.js';
import { withoutQuotations } from '../../src/optout/not-theirs.js';

const options = { languages: ['en'], keywords: { stop: [], start: [], help: [] } };

describe('what is not theirs', () => {
  it.each([
    'Liked “Acme: sale! Reply STOP to opt out”',
    'Emphasized “Reply STOP to end”',
    'Laughed at "Sale ends Sunday! Text STOP to unsubscribe"',
    'Removed a heart from “Reply STOP to opt out”',
    'Reacted 👍 to “Text STOP to end messages”',
    '👍 to “Text STOP to end messages”',
    '❤️ “Reply STOP to opt out”',
    'A aimé « Répondez STOP pour ne plus recevoir »',
    'Le gustó “Responda STOP para no recibir más”',
    'Hat „Mit STOP abmelden, bitte antworten“ mit „Gefällt mir“ markiert',
    'Gostou de “Responda SAIR para cancelar o envio”',
    'Ha messo un like a “Rispondi STOP per non riceverne”',
    'Liked “Acme: a long message that the phone cut, reply STOP to',
    '> Acme: Reply STOP to opt out\nThanks, see you there',
    'See you there\n\nOn Mon, 2 Mar 2026 at 10:00, Acme wrote:\nReply STOP to opt out. STOP',
    'You have a typo: "reply STOP to opp out"',
  ])('is no reply: %j', (text) => {
    expect(match(text, options).action).toBeNull();
  });

  it.each([
    'STOP\n> Acme: 20 % off today',
    '"STOP"',
    '"please stop texting me"',
    'You said “reply STOP to end”. So: STOP',
    '“Stop” please',
  ])('leaves what is: %j', (text) => {
    expect(match(text, options).action).toBe('opt_out');
  });

  it('is our last message, where the caller knows it', () => {
    const sent = 'Acme: 20 % off today. Unsubscribe? Answer: STOP';
    expect(match(sent, options, sent)).toMatchObject({ action: null, cleaned: '' });
    expect(match(`${sent} ok thanks`, options, sent)).toMatchObject({
      action: null,
      cleaned: 'ok thanks',
    });
    expect(match(`STOP\n${sent}`, options, sent)).toMatchObject({
      action: 'opt_out',
      cleaned: 'stop',
    });
  });

  describe('that is our last message', () => {
    const sent =
      'Acme: 20 % off all shoes until Sunday. No more messages? Reply STOP or call 555 0100';
    const after = (reply: string, last = sent) => match(reply, options, last).cleaned;

    it.each([
      ['whole', sent],
      ['in other lines', sent.replaceAll('. ', '.\n')],
      ['quoted', `> ${sent}`],
      ['quoted in several lines', `> ${sent.slice(0, 38)}\n> ${sent.slice(38)}`],
      ['with a mark of an answer', `Re: ${sent}`],
      ['cut after 60 characters', sent.slice(0, 60)],
      ['cut in a word', `${sent.slice(0, 70)}…`],
      ['in capitals', sent.toUpperCase()],
    ])('is not read: %s', (_, echo) => {
      expect(match(echo, options, sent)).toMatchObject({ action: null, cleaned: '' });
      expect(after(`ok see you\n\n${echo}`)).toBe('ok see you');
    });

    it('leaves what is said before it, even in its line', () => {
      expect(after(`stop ${sent}`)).toBe('stop');
      expect(after(`please stop. Re: ${sent.slice(0, 50)}`)).toBe('please stop');
      expect(after(`${sent} stop please`)).toBe('stop please');
      expect(match(`stop ${sent}`, options, sent).action).toBe('opt_out');
    });

    it('is typed where it is short', () => {
      expect(match('stop', options, 'STOP?').action).toBe('opt_out');
      expect(match('Stop messages', options, 'Stop messages?').action).toBe('opt_out');
      expect(match('stop texting me', options, 'Acme: stop texting me? Reply YES').action).toBe(
        'opt_out',
      );
    });

    it('takes nothing away that only shares words with it', () => {
      const asked = 'Acme: if you want to stop receiving these texts, tell us';
      expect(match('I want to stop receiving these texts', options, asked).action).toBe('opt_out');
    });
  });

  it('never throws and never adds', () => {
    const unit = fc.constantFrom(...'“”„"«»>\nab 👍', 'Liked ', 'STOP ');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(withoutQuotations(text).length).toBeLessThanOrEqual(text.length + 20);
      }),
    );
  });
});
