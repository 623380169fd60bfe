/** Italian. */
import type { Wording } from './wording.js';

export const it: Wording = {
  tag: 'it',
  direction: 'ltr',

  stopMessages: 'Non ricevere più SMS',
  yourNumber: 'Il suo numero',
  whatShouldStop: 'Che cosa non vuole più ricevere?',
  allMessages: 'Tutti i messaggi',
  onlyThisKind: 'Solo i messaggi di questo tipo',
  stop: 'Interrompi i messaggi',
  stopAll: 'Interrompi tutti i messaggi',
  orReply: 'Può anche rispondere STOP a uno qualsiasi dei nostri messaggi.',

  doneHeading: 'Fatto',
  doneAll: (brand) => `${brand} non invierà più messaggi a questo numero.`,
  doneThisKind: (brand) => `${brand} non invierà più messaggi di questo tipo a questo numero.`,
  comeBack: 'Ha cambiato idea? Invii START al numero da cui arrivavano i messaggi.',

  typeNumber:
    'Inserisca il suo numero di cellulare. Le inviamo un codice, così solo lei può interrompere i suoi messaggi.',
  mobileNumber: 'Numero di cellulare',
  fromAbroad: 'Da un altro paese? Cominci con + e il prefisso del paese.',
  sendCode: 'Invia il codice',
  notANumber: 'Questo non è un numero di telefono. Lo controlli, per favore.',

  typeCode: 'Inserisca il codice',
  codeSent:
    'Se questo numero può ricevere i nostri messaggi, tra un momento arriverà un SMS con 6 cifre. Valgono 10 minuti.',
  code: 'Codice di 6 cifre',
  wrongCode: 'Questo non è il codice che abbiamo inviato. Controlli l’SMS, per favore.',
  voidCode: 'Questo codice non è più valido. Ne chieda uno nuovo, per favore.',
  newCode: 'Chiedi un nuovo codice',

  brokenLink: 'Questo link non funziona',
  brokenLinkWhy: 'Forse non è completo. Lo apra di nuovo dal messaggio, oppure:',
  byNumber: 'Interrompi i messaggi con il suo numero',
  tooMany: 'Troppi tentativi',
  tooManyWhat: 'Aspetti un po’ e poi riprovi, per favore.',
  failed: 'Al momento non funziona',
  failedWhat: 'Non è stato cambiato nulla. Riprovi tra un minuto, per favore.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} è il codice per non ricevere più i nostri messaggi. Vale 10 minuti.`,
};
