/** German. */
import type { Wording } from './wording.js';

export const de: Wording = {
  tag: 'de',
  direction: 'ltr',

  stopMessages: 'SMS abbestellen',
  yourNumber: 'Ihre Nummer',
  whatShouldStop: 'Was möchten Sie abbestellen?',
  allMessages: 'Alle Nachrichten',
  onlyThisKind: 'Nur Nachrichten dieser Art',
  stop: 'Abbestellen',
  stopAll: 'Alles abbestellen',
  orReply: 'Sie können auch auf jede unserer Nachrichten mit STOP antworten.',

  doneHeading: 'Erledigt',
  doneAll: (brand) => `${brand} schickt keine Nachrichten mehr an diese Nummer.`,
  doneThisKind: (brand) => `${brand} schickt keine Nachrichten dieser Art mehr an diese Nummer.`,
  comeBack: 'Anders überlegt? Senden Sie START an die Nummer, von der die Nachrichten kamen.',

  typeNumber:
    'Geben Sie Ihre Handynummer ein. Wir schicken einen Code dorthin, damit nur Sie selbst abbestellen können.',
  mobileNumber: 'Handynummer',
  fromAbroad: 'Aus einem anderen Land? Beginnen Sie mit + und der Landesvorwahl.',
  sendCode: 'Code zusenden',
  notANumber: 'Das ist keine Telefonnummer. Bitte prüfen Sie sie.',

  typeCode: 'Code eingeben',
  codeSent:
    'Wenn diese Nummer Nachrichten von uns bekommen kann, kommt dort gleich eine SMS mit 6 Ziffern an. Sie gelten 10 Minuten.',
  code: '6-stelliger Code',
  wrongCode: 'Das ist nicht der Code, den wir geschickt haben. Bitte sehen Sie in der SMS nach.',
  voidCode: 'Dieser Code gilt nicht mehr. Bitte fordern Sie einen neuen an.',
  newCode: 'Neuen Code anfordern',

  brokenLink: 'Dieser Link funktioniert nicht',
  brokenLinkWhy:
    'Vielleicht ist er unvollständig. Öffnen Sie ihn noch einmal aus der Nachricht, oder:',
  byNumber: 'Mit der Handynummer abbestellen',
  tooMany: 'Zu viele Versuche',
  tooManyWhat: 'Bitte warten Sie eine Weile und versuchen Sie es dann noch einmal.',
  failed: 'Das geht im Moment nicht',
  failedWhat: 'Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} ist Ihr Code, um unsere Nachrichten abzubestellen. Er gilt 10 Minuten.`,
};
