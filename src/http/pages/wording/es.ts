/** Spanish. */
import type { Wording } from './wording.js';

export const es: Wording = {
  tag: 'es',
  direction: 'ltr',

  stopMessages: 'Dejar de recibir mensajes',
  yourNumber: 'Su número',
  whatShouldStop: '¿Qué quiere dejar de recibir?',
  allMessages: 'Todos los mensajes',
  onlyThisKind: 'Solo los mensajes de este tipo',
  stop: 'Dejar de recibir',
  stopAll: 'Dejar de recibir todo',
  orReply: 'También puede responder STOP a cualquiera de nuestros mensajes.',

  doneHeading: 'Listo',
  doneAll: (brand) => `${brand} no enviará más mensajes a este número.`,
  doneThisKind: (brand) => `${brand} no enviará más mensajes de este tipo a este número.`,
  comeBack: '¿Ha cambiado de opinión? Envíe START al número desde el que llegaron los mensajes.',

  typeNumber:
    'Escriba su número de móvil. Le enviaremos un código para que solo usted pueda darse de baja.',
  mobileNumber: 'Número de móvil',
  fromAbroad: '¿Es de otro país? Empiece por + y el prefijo del país.',
  sendCode: 'Enviarme un código',
  notANumber: 'Esto no es un número de teléfono. Revíselo, por favor.',

  typeCode: 'Escriba el código',
  codeSent:
    'Si este número puede recibir mensajes nuestros, en un momento le llegará un SMS con 6 cifras. Son válidas durante 10 minutos.',
  code: 'Código de 6 cifras',
  wrongCode: 'Este no es el código que enviamos. Revise el SMS, por favor.',
  voidCode: 'Este código ya no es válido. Pida uno nuevo, por favor.',
  newCode: 'Pedir un código nuevo',

  brokenLink: 'Este enlace no funciona',
  brokenLinkWhy: 'Quizá no esté completo. Ábralo otra vez desde el mensaje, o bien:',
  byNumber: 'Darse de baja escribiendo su número',
  tooMany: 'Demasiados intentos',
  tooManyWhat: 'Espere un rato y vuelva a intentarlo, por favor.',
  failed: 'Ahora mismo no funciona',
  failedWhat: 'No se ha cambiado nada. Vuelva a intentarlo dentro de un minuto, por favor.',

  codeMessage: (brand, code) =>
    `${brand}: su clave para dejar de recibir mensajes es ${code}. Caduca en 10 minutos.`,
};
