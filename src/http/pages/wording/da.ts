/** Danish. */
import type { Wording } from './wording.js';

export const da: Wording = {
  tag: 'da',
  direction: 'ltr',

  stopMessages: 'Stop sms’er',
  yourNumber: 'Dit nummer',
  whatShouldStop: 'Hvad skal stoppe?',
  allMessages: 'Alle beskeder',
  onlyThisKind: 'Kun beskeder af denne slags',
  stop: 'Stop beskeder',
  stopAll: 'Stop alle beskeder',
  orReply: 'Du kan også svare STOP på en hvilken som helst af vores beskeder.',

  doneHeading: 'Færdig',
  doneAll: (brand) => `${brand} sender ikke flere beskeder til dette nummer.`,
  doneThisKind: (brand) => `${brand} sender ikke flere beskeder af denne slags til dette nummer.`,
  comeBack: 'Har du fortrudt? Send START til det nummer, som beskederne kom fra.',

  typeNumber:
    'Skriv dit mobilnummer. Vi sender en kode til det, så kun du kan stoppe dine beskeder.',
  mobileNumber: 'Mobilnummer',
  fromAbroad: 'Fra et andet land? Begynd med + og landekoden.',
  sendCode: 'Send mig en kode',
  notANumber: 'Det er ikke et telefonnummer. Tjek det igen.',

  typeCode: 'Skriv koden',
  codeSent:
    'Hvis nummeret kan få beskeder fra os, kommer der om et øjeblik en sms med 6 cifre. De gælder i 10 minutter.',
  code: 'Kode på 6 cifre',
  wrongCode: 'Det er ikke den kode, vi har sendt. Tjek sms’en igen.',
  voidCode: 'Koden gælder ikke længere. Bed om en ny.',
  newCode: 'Bed om en ny kode',

  brokenLink: 'Linket virker ikke',
  brokenLinkWhy: 'Det er måske ikke helt. Åbn det igen fra beskeden, eller:',
  byNumber: 'Stop beskeder med dit nummer',
  tooMany: 'For mange forsøg',
  tooManyWhat: 'Vent lidt, og prøv så igen.',
  failed: 'Det virker ikke lige nu',
  failedWhat: 'Intet er ændret. Prøv igen om et minut.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} er din kode til at stoppe vores beskeder. Den gælder i 10 minutter.`,
};
