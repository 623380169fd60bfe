/** Hungarian. */
import type { Wording } from './wording.js';

export const hu: Wording = {
  tag: 'hu',
  direction: 'ltr',

  stopMessages: 'SMS-ek leállítása',
  yourNumber: 'Az Ön száma',
  whatShouldStop: 'Mit szeretne leállítani?',
  allMessages: 'Minden üzenetet',
  onlyThisKind: 'Csak az ilyen üzeneteket',
  stop: 'Üzenetek leállítása',
  stopAll: 'Minden üzenet leállítása',
  orReply: 'Bármelyik üzenetünkre válaszolhatja azt is, hogy STOP.',

  doneHeading: 'Kész',
  doneAll: (brand) => `${brand}: erre a számra nem küldünk több üzenetet.`,
  doneThisKind: (brand) => `${brand}: erre a számra nem küldünk több ilyen üzenetet.`,
  comeBack: 'Meggondolta magát? Küldje el a START szót arra a számra, amelyről az üzenetek jöttek.',

  typeNumber: 'Írja be a mobilszámát. Kódot küldünk rá, hogy csak Ön állíthassa le az üzeneteit.',
  mobileNumber: 'Mobilszám',
  fromAbroad: 'Külföldi szám? Kezdje + jellel és az országhívóval.',
  sendCode: 'Kódot kérek',
  notANumber: 'Ez nem telefonszám. Kérjük, ellenőrizze.',

  typeCode: 'Írja be a kódot',
  codeSent:
    'Ha erre a számra érkezhet tőlünk üzenet, pillanatokon belül kap egy SMS-t 6 számjeggyel. Ezek 10 percig érvényesek.',
  code: '6 jegyű kód',
  wrongCode: 'Nem ezt a kódot küldtük. Kérjük, nézze meg az SMS-t.',
  voidCode: 'Ez a kód már nem érvényes. Kérjük, kérjen újat.',
  newCode: 'Új kód kérése',

  brokenLink: 'Ez a link nem működik',
  brokenLinkWhy: 'Lehet, hogy hiányos. Nyissa meg újra az üzenetből, vagy:',
  byNumber: 'Leállítás a telefonszám megadásával',
  tooMany: 'Túl sok próbálkozás',
  tooManyWhat: 'Kérjük, várjon egy kicsit, majd próbálja újra.',
  failed: 'Ez most nem működik',
  failedWhat: 'Semmi sem változott. Kérjük, próbálja újra egy perc múlva.',

  codeMessage: (brand, code) => `${brand}: a leállítás kódja ${code}. 10 percig érvényes.`,
};
