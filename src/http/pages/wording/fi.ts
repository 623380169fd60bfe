/** Finnish. */
import type { Wording } from './wording.js';

export const fi: Wording = {
  tag: 'fi',
  direction: 'ltr',

  stopMessages: 'Lopeta tekstiviestit',
  yourNumber: 'Numerosi',
  whatShouldStop: 'Mitkä viestit lopetetaan?',
  allMessages: 'Kaikki viestit',
  onlyThisKind: 'Vain tämäntyyppiset viestit',
  stop: 'Lopeta viestit',
  stopAll: 'Lopeta kaikki viestit',
  orReply: 'Voit myös vastata STOP mihin tahansa viesteistämme.',

  doneHeading: 'Valmis',
  doneAll: (brand) => `${brand} ei lähetä enää viestejä tähän numeroon.`,
  doneThisKind: (brand) => `${brand} ei lähetä enää tämäntyyppisiä viestejä tähän numeroon.`,
  comeBack: 'Muutitko mielesi? Lähetä START numeroon, josta viestit tulivat.',

  typeNumber:
    'Kirjoita matkapuhelinnumerosi. Lähetämme siihen koodin, jotta vain sinä voit lopettaa viestisi.',
  mobileNumber: 'Matkapuhelinnumero',
  fromAbroad: 'Ulkomainen numero? Aloita merkillä + ja maatunnuksella.',
  sendCode: 'Lähetä koodi',
  notANumber: 'Tämä ei ole puhelinnumero. Tarkista se.',

  typeCode: 'Kirjoita koodi',
  codeSent:
    'Jos tämä numero voi saada viestejä meiltä, siihen saapuu hetken päästä tekstiviesti, jossa on 6 numeroa. Ne ovat voimassa 10 minuuttia.',
  code: '6-numeroinen koodi',
  wrongCode: 'Tämä ei ole lähettämämme koodi. Tarkista tekstiviesti.',
  voidCode: 'Tämä koodi ei ole enää voimassa. Pyydä uusi.',
  newCode: 'Pyydä uusi koodi',

  brokenLink: 'Tämä linkki ei toimi',
  brokenLinkWhy: 'Se voi olla vajaa. Avaa se uudelleen viestistä tai:',
  byNumber: 'Lopeta viestit numerosi avulla',
  tooMany: 'Liian monta yritystä',
  tooManyWhat: 'Odota hetki ja yritä sitten uudelleen.',
  failed: 'Tämä ei juuri nyt toimi',
  failedWhat: 'Mitään ei muutettu. Yritä uudelleen minuutin kuluttua.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} on koodi, jolla viestimme lopetetaan. Se on voimassa 10 minuuttia.`,
};
