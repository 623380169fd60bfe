import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { hasInstructions, withFooter } from '../../src/optout/footer.js';
import { footerText } from '../../src/optout/replies.js';

describe('a text has instructions', () => {
  it.each([
    'Sale today! Reply STOP to opt out',
    'Sale today. Txt STOP to 80888 to end',
    'New arrivals are here. Text "stop" to unsubscribe.',
    'Offers inside\nSTOP to cancel',
    'Reply END to stop these texts',
    'Deals! Send QUIT to leave.',
    'To unsubscribe reply with STOP',
    'hello - opt-out: reply STOP',
  ])('%j', (text) => {
    expect(hasInstructions(text, 'en')).toBe(true);
  });

  it.each([
    ['Soldes ! STOP au 36111 pour ne plus recevoir de sms', 'fr'],
    ['Promo. Envoyez STOP pour vous désabonner', 'fr'],
    ['Oferta. Envía BAJA para cancelar', 'es'],
    ['Angebot: Antworten Sie mit STOPP, um keine SMS mehr zu erhalten', 'de'],
    ['新品上市，拒收请回复“退订”', 'zh'],
    ['【商店】周末八折，回T退订', 'zh'],
    ['עכשיו במבצע. להסרה השיבו "הסר"', 'he'],
    ['Скидки! Отправьте СТОП, чтобы отписаться', 'ru'],
  ])('%j in %s', (text, language) => {
    expect(hasInstructions(text, language)).toBe(true);
  });

  it('that are those which we add, in every language', () => {
    for (const language of LANGUAGES) {
      expect(hasInstructions(withFooter('Hi', language), language), language).toBe(true);
      expect(hasInstructions(footerText(language).toLowerCase(), language), language).toBe(true);
    }
  });
});

describe('a text has none', () => {
  it.each([
    'Sale today!',
    'Stop by our shop today',
    'STOP BY OUR SHOP TODAY! SEND THIS TO A FRIEND',
    "Don't STOP believing. Text us any time!",
    'The bus stop has moved',
    'Your parcel will arrive at the end of the week. Reply YES to confirm',
    'We will never stop sending you love',
    '',
  ])('%j', (text) => {
    expect(hasInstructions(text, 'en')).toBe(false);
  });

  it('where the words are those of a language that it is not written in', () => {
    expect(hasInstructions('Envía BAJA para cancelar', 'en')).toBe(false);
  });
});

describe('the footer', () => {
  it('stands on a line of its own below the text', () => {
    expect(withFooter('Sale today! ', 'en')).toBe('Sale today!\nReply STOP to opt out');
  });
});
