/** French. */
import type { Wording } from './wording.js';

export const fr: Wording = {
  tag: 'fr',
  direction: 'ltr',

  stopMessages: 'Ne plus recevoir de SMS',
  yourNumber: 'Votre numéro',
  whatShouldStop: 'Que voulez-vous arrêter ?',
  allMessages: 'Tous les messages',
  onlyThisKind: 'Seulement les messages de ce type',
  stop: 'Arrêter les messages',
  stopAll: 'Arrêter tous les messages',
  orReply: 'Vous pouvez aussi répondre STOP à n’importe lequel de nos messages.',

  doneHeading: 'C’est fait',
  doneAll: (brand) => `${brand} n’enverra plus de messages à ce numéro.`,
  doneThisKind: (brand) => `${brand} n’enverra plus de messages de ce type à ce numéro.`,
  comeBack: 'Vous avez changé d’avis ? Envoyez START au numéro d’où venaient les messages.',

  typeNumber:
    'Indiquez votre numéro de mobile. Nous y envoyons un code, pour que vous seul puissiez arrêter vos messages.',
  mobileNumber: 'Numéro de mobile',
  fromAbroad: 'D’un autre pays ? Commencez par + et l’indicatif du pays.',
  sendCode: 'Recevoir un code',
  notANumber: 'Ce n’est pas un numéro de téléphone. Veuillez le vérifier.',

  typeCode: 'Saisissez le code',
  codeSent:
    'Si ce numéro peut recevoir nos messages, un SMS de 6 chiffres y arrive dans un instant. Ils sont valables 10 minutes.',
  code: 'Code à 6 chiffres',
  wrongCode: 'Ce n’est pas le code que nous avons envoyé. Veuillez vérifier le SMS.',
  voidCode: 'Ce code n’est plus valable. Veuillez en demander un nouveau.',
  newCode: 'Demander un nouveau code',

  brokenLink: 'Ce lien ne fonctionne pas',
  brokenLinkWhy: 'Il est peut-être incomplet. Ouvrez-le de nouveau depuis le message, ou bien :',
  byNumber: 'Arrêter les messages en indiquant votre numéro',
  tooMany: 'Trop de tentatives',
  tooManyWhat: 'Veuillez patienter un moment, puis réessayer.',
  failed: 'Cela ne fonctionne pas pour le moment',
  failedWhat: 'Rien n’a été modifié. Veuillez réessayer dans une minute.',

  codeMessage: (brand, code) =>
    `${brand} : ${code} est votre code pour ne plus recevoir nos messages. Valable 10 minutes.`,
};
