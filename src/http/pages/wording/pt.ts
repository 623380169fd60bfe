/** Portuguese. */
import type { Wording } from './wording.js';

export const pt: Wording = {
  tag: 'pt',
  direction: 'ltr',

  stopMessages: 'Deixar de receber SMS',
  yourNumber: 'O seu número',
  whatShouldStop: 'O que quer deixar de receber?',
  allMessages: 'Todas as mensagens',
  onlyThisKind: 'Só as mensagens deste tipo',
  stop: 'Deixar de receber',
  stopAll: 'Deixar de receber tudo',
  orReply: 'Também pode responder STOP a qualquer uma das nossas mensagens.',

  doneHeading: 'Está feito',
  doneAll: (brand) => `${brand} não enviará mais mensagens para este número.`,
  doneThisKind: (brand) => `${brand} não enviará mais mensagens deste tipo para este número.`,
  comeBack: 'Mudou de ideia? Envie START para o número de onde vieram as mensagens.',

  typeNumber:
    'Escreva o seu número de telefone. Enviamos um código para que só você possa cancelar as mensagens.',
  mobileNumber: 'Número de telefone',
  fromAbroad: 'De outro país? Comece por + e o código do país.',
  sendCode: 'Receber um código',
  notANumber: 'Isto não é um número de telefone. Verifique, por favor.',

  typeCode: 'Escreva o código',
  codeSent:
    'Se este número puder receber mensagens nossas, chegará num instante um SMS com 6 algarismos. São válidos por 10 minutos.',
  code: 'Código de 6 algarismos',
  wrongCode: 'Este não é o código enviado. Verifique o SMS, por favor.',
  voidCode: 'Este código já não é válido. Peça um novo, por favor.',
  newCode: 'Pedir um novo código',

  brokenLink: 'Este link não funciona',
  brokenLinkWhy: 'Talvez esteja incompleto. Abra-o outra vez a partir da mensagem, ou:',
  byNumber: 'Cancelar escrevendo o seu número',
  tooMany: 'Demasiadas tentativas',
  tooManyWhat: 'Aguarde um pouco e tente outra vez, por favor.',
  failed: 'Isto não funciona neste momento',
  failedWhat: 'Nada foi alterado. Tente outra vez dentro de um minuto, por favor.',

  codeMessage: (brand, code) =>
    `${brand}: use ${code} para deixar de receber as nossas mensagens. Vale por 10 minutos.`,
};
