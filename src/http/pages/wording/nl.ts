/** Dutch. */
import type { Wording } from './wording.js';

export const nl: Wording = {
  tag: 'nl',
  direction: 'ltr',

  stopMessages: 'Sms-berichten stoppen',
  yourNumber: 'Uw nummer',
  whatShouldStop: 'Wat wilt u stoppen?',
  allMessages: 'Alle berichten',
  onlyThisKind: 'Alleen berichten van deze soort',
  stop: 'Berichten stoppen',
  stopAll: 'Alle berichten stoppen',
  orReply: 'U kunt ook STOP antwoorden op elk van onze berichten.',

  doneHeading: 'Gelukt',
  doneAll: (brand) => `${brand} stuurt geen berichten meer naar dit nummer.`,
  doneThisKind: (brand) => `${brand} stuurt geen berichten van deze soort meer naar dit nummer.`,
  comeBack: 'Van gedachten veranderd? Sms START naar het nummer waar de berichten vandaan kwamen.',

  typeNumber:
    'Vul uw mobiele nummer in. Wij sturen er een code heen, zodat alleen u uw berichten kunt stoppen.',
  mobileNumber: 'Mobiel nummer',
  fromAbroad: 'Uit een ander land? Begin met + en de landcode.',
  sendCode: 'Stuur mij een code',
  notANumber: 'Dit is geen telefoonnummer. Controleer het nog eens.',

  typeCode: 'Vul de code in',
  codeSent:
    'Als dit nummer berichten van ons kan krijgen, komt daar zo een sms met 6 cijfers aan. Ze zijn 10 minuten geldig.',
  code: 'Code van 6 cijfers',
  wrongCode: 'Dit is niet de code die wij hebben gestuurd. Kijk nog eens in de sms.',
  voidCode: 'Deze code is niet meer geldig. Vraag een nieuwe aan.',
  newCode: 'Nieuwe code aanvragen',

  brokenLink: 'Deze link werkt niet',
  brokenLinkWhy: 'Misschien is hij niet compleet. Open hem nog eens vanuit het bericht, of:',
  byNumber: 'Stoppen met uw mobiele nummer',
  tooMany: 'Te veel pogingen',
  tooManyWhat: 'Wacht even en probeer het dan opnieuw.',
  failed: 'Dit lukt op dit moment niet',
  failedWhat: 'Er is niets veranderd. Probeer het over een minuut opnieuw.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} is uw code om onze berichten te stoppen. De code is 10 minuten geldig.`,
};
