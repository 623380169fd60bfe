/** Polish. */
import type { Wording } from './wording.js';

export const pl: Wording = {
  tag: 'pl',
  direction: 'ltr',

  stopMessages: 'Rezygnacja z SMS-ów',
  yourNumber: 'Twój numer',
  whatShouldStop: 'Z czego chcesz zrezygnować?',
  allMessages: 'Ze wszystkich wiadomości',
  onlyThisKind: 'Tylko z wiadomości tego rodzaju',
  stop: 'Rezygnuję',
  stopAll: 'Rezygnuję ze wszystkich',
  orReply: 'Możesz też odpowiedzieć STOP na dowolną naszą wiadomość.',

  doneHeading: 'Gotowe',
  doneAll: (brand) => `${brand} nie wyśle więcej wiadomości na ten numer.`,
  doneThisKind: (brand) => `${brand} nie wyśle więcej wiadomości tego rodzaju na ten numer.`,
  comeBack: 'Zmiana zdania? Wyślij START na numer, z którego przychodziły wiadomości.',

  typeNumber:
    'Podaj swój numer telefonu komórkowego. Wyślemy na niego kod, aby nikt inny nie mógł zrezygnować za Ciebie.',
  mobileNumber: 'Numer telefonu komórkowego',
  fromAbroad: 'Numer z innego kraju? Zacznij od + i numeru kierunkowego kraju.',
  sendCode: 'Wyślij mi kod',
  notANumber: 'To nie jest numer telefonu. Sprawdź go.',

  typeCode: 'Wpisz kod',
  codeSent:
    'Jeśli ten numer może dostawać od nas wiadomości, za chwilę przyjdzie na niego SMS z 6 cyframi. Są ważne 10 minut.',
  code: 'Kod z 6 cyfr',
  wrongCode: 'To nie jest kod, który wysłaliśmy. Sprawdź SMS.',
  voidCode: 'Ten kod nie jest już ważny. Poproś o nowy.',
  newCode: 'Poproś o nowy kod',

  brokenLink: 'Ten link nie działa',
  brokenLinkWhy: 'Może być niepełny. Otwórz go jeszcze raz z wiadomości albo:',
  byNumber: 'Zrezygnuj, podając swój numer',
  tooMany: 'Za dużo prób',
  tooManyWhat: 'Odczekaj chwilę i spróbuj ponownie.',
  failed: 'Teraz to nie działa',
  failedWhat: 'Nic nie zostało zmienione. Spróbuj ponownie za minutę.',

  codeMessage: (brand, code) => `${brand}: ${code} to kod rezygnacji z SMS. Wygasa za 10 minut.`,
};
