/** Swedish. */
import type { Wording } from './wording.js';

export const sv: Wording = {
  tag: 'sv',
  direction: 'ltr',

  stopMessages: 'Stoppa sms',
  yourNumber: 'Ditt nummer',
  whatShouldStop: 'Vad ska sluta komma?',
  allMessages: 'Alla meddelanden',
  onlyThisKind: 'Bara meddelanden av det här slaget',
  stop: 'Stoppa meddelanden',
  stopAll: 'Stoppa alla meddelanden',
  orReply: 'Du kan också svara STOP på vilket som helst av våra meddelanden.',

  doneHeading: 'Klart',
  doneAll: (brand) => `${brand} skickar inga fler meddelanden till det här numret.`,
  doneThisKind: (brand) =>
    `${brand} skickar inga fler meddelanden av det här slaget till det här numret.`,
  comeBack: 'Har du ångrat dig? Skicka START till numret som meddelandena kom från.',

  typeNumber:
    'Skriv ditt mobilnummer. Vi skickar en kod dit, så att bara du kan stoppa dina meddelanden.',
  mobileNumber: 'Mobilnummer',
  fromAbroad: 'Från ett annat land? Börja med + och landsnumret.',
  sendCode: 'Skicka en kod till mig',
  notANumber: 'Det här är inget telefonnummer. Kontrollera det.',

  typeCode: 'Skriv koden',
  codeSent:
    'Om numret kan få meddelanden från oss kommer strax ett sms med 6 siffror dit. De gäller i 10 minuter.',
  code: 'Kod med 6 siffror',
  wrongCode: 'Det här är inte koden som vi skickade. Titta i sms:et igen.',
  voidCode: 'Koden gäller inte längre. Be om en ny.',
  newCode: 'Be om en ny kod',

  brokenLink: 'Länken fungerar inte',
  brokenLinkWhy: 'Den kanske inte är hel. Öppna den igen från meddelandet, eller:',
  byNumber: 'Stoppa meddelanden med ditt nummer',
  tooMany: 'För många försök',
  tooManyWhat: 'Vänta en stund och försök sedan igen.',
  failed: 'Det fungerar inte just nu',
  failedWhat: 'Ingenting har ändrats. Försök igen om en minut.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} är din kod för att stoppa våra meddelanden. Den gäller i 10 minuter.`,
};
