/** Romanian. */
import type { Wording } from './wording.js';

export const ro: Wording = {
  tag: 'ro',
  direction: 'ltr',

  stopMessages: 'Oprirea mesajelor SMS',
  yourNumber: 'Numărul dumneavoastră',
  whatShouldStop: 'Ce doriți să opriți?',
  allMessages: 'Toate mesajele',
  onlyThisKind: 'Doar mesajele de acest fel',
  stop: 'Oprește mesajele',
  stopAll: 'Oprește toate mesajele',
  orReply: 'Puteți de asemenea să răspundeți STOP la oricare dintre mesajele noastre.',

  doneHeading: 'Gata',
  doneAll: (brand) => `${brand} nu va mai trimite mesaje la acest număr.`,
  doneThisKind: (brand) => `${brand} nu va mai trimite mesaje de acest fel la acest număr.`,
  comeBack: 'V-ați răzgândit? Trimiteți START la numărul de la care au venit mesajele.',

  typeNumber:
    'Scrieți numărul dumneavoastră de mobil. Trimitem acolo un cod, pentru ca numai dumneavoastră să puteți opri mesajele.',
  mobileNumber: 'Număr de mobil',
  fromAbroad: 'Din altă țară? Începeți cu + și prefixul țării.',
  sendCode: 'Trimite-mi un cod',
  notANumber: 'Acesta nu este un număr de telefon. Vă rugăm să îl verificați.',

  typeCode: 'Scrieți codul',
  codeSent:
    'Dacă acest număr poate primi mesaje de la noi, în câteva clipe va sosi un SMS cu 6 cifre. Sunt valabile 10 minute.',
  code: 'Cod din 6 cifre',
  wrongCode: 'Acesta nu este codul trimis de noi. Vă rugăm să verificați SMS-ul.',
  voidCode: 'Acest cod nu mai este valabil. Vă rugăm să cereți unul nou.',
  newCode: 'Cere un cod nou',

  brokenLink: 'Acest link nu funcționează',
  brokenLinkWhy: 'Poate că nu este complet. Deschideți-l din nou din mesaj sau:',
  byNumber: 'Oprește mesajele scriind numărul',
  tooMany: 'Prea multe încercări',
  tooManyWhat: 'Așteptați puțin, apoi încercați din nou.',
  failed: 'Momentan nu funcționează',
  failedWhat: 'Nu s-a schimbat nimic. Încercați din nou peste un minut.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} este codul pentru oprirea mesajelor noastre. Este valabil 10 minute.`,
};
