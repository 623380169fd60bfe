/** Norwegian (Bokmål). */
import type { Wording } from './wording.js';

export const no: Wording = {
  tag: 'nb',
  direction: 'ltr',

  stopMessages: 'Stopp SMS-er',
  yourNumber: 'Nummeret ditt',
  whatShouldStop: 'Hva skal stoppe?',
  allMessages: 'Alle meldinger',
  onlyThisKind: 'Bare meldinger av dette slaget',
  stop: 'Stopp meldinger',
  stopAll: 'Stopp alle meldinger',
  orReply: 'Du kan også svare STOPP på en hvilken som helst av meldingene våre.',

  doneHeading: 'Ferdig',
  doneAll: (brand) => `${brand} sender ikke flere meldinger til dette nummeret.`,
  doneThisKind: (brand) =>
    `${brand} sender ikke flere meldinger av dette slaget til dette nummeret.`,
  comeBack: 'Har du ombestemt deg? Send START til nummeret som meldingene kom fra.',

  typeNumber:
    'Skriv mobilnummeret ditt. Vi sender en kode til det, slik at bare du kan stoppe meldingene dine.',
  mobileNumber: 'Mobilnummer',
  fromAbroad: 'Fra et annet land? Begynn med + og landskoden.',
  sendCode: 'Send meg en kode',
  notANumber: 'Dette er ikke et telefonnummer. Sjekk det en gang til.',

  typeCode: 'Skriv koden',
  codeSent:
    'Hvis nummeret kan få meldinger fra oss, kommer det straks en SMS med 6 sifre dit. De gjelder i 10 minutter.',
  code: 'Kode på 6 sifre',
  wrongCode: 'Dette er ikke koden som vi sendte. Sjekk SMS-en en gang til.',
  voidCode: 'Koden gjelder ikke lenger. Be om en ny.',
  newCode: 'Be om en ny kode',

  brokenLink: 'Lenken virker ikke',
  brokenLinkWhy: 'Den er kanskje ikke hel. Åpne den igjen fra meldingen, eller:',
  byNumber: 'Stopp meldinger med nummeret ditt',
  tooMany: 'For mange forsøk',
  tooManyWhat: 'Vent litt, og prøv så igjen.',
  failed: 'Det virker ikke akkurat nå',
  failedWhat: 'Ingenting er endret. Prøv igjen om et minutt.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} er koden for å stoppe meldingene våre. Den gjelder i 10 minutter.`,
};
