/** English. */
import type { Wording } from './wording.js';

export const en: Wording = {
  tag: 'en',
  direction: 'ltr',

  stopMessages: 'Stop text messages',
  yourNumber: 'Your number',
  whatShouldStop: 'What should stop?',
  allMessages: 'All messages',
  onlyThisKind: 'Only messages of this kind',
  stop: 'Stop messages',
  stopAll: 'Stop all messages',
  orReply: 'You can also reply STOP to any of our messages.',

  doneHeading: 'Done',
  doneAll: (brand) => `${brand} will send no more messages to this number.`,
  doneThisKind: (brand) => `${brand} will send no more messages of this kind to this number.`,
  comeBack: 'Changed your mind? Text START to the number that the messages came from.',

  typeNumber:
    'Type your mobile number. We send a code to it, so that only you can stop your messages.',
  mobileNumber: 'Mobile number',
  fromAbroad: 'From another country? Begin with + and the country code.',
  sendCode: 'Send me a code',
  notANumber: 'This is not a phone number. Please check it.',

  typeCode: 'Type the code',
  codeSent:
    'If this number can get messages from us, a text with 6 digits arrives there in a moment. They are valid for 10 minutes.',
  code: '6-digit code',
  wrongCode: 'This is not the code that we sent. Please check the text message.',
  voidCode: 'This code is no longer valid. Please ask for a new one.',
  newCode: 'Ask for a new code',

  brokenLink: 'This link does not work',
  brokenLinkWhy: 'It may not be complete. Please open it again from the message, or:',
  byNumber: 'Stop messages by typing your number',
  tooMany: 'Too many attempts',
  tooManyWhat: 'Please wait a while, then try again.',
  failed: 'This does not work at the moment',
  failedWhat: 'Nothing was changed. Please try again in a minute.',

  codeMessage: (brand, code) =>
    `${brand}: ${code} is your code to stop our messages. It is valid for 10 minutes.`,
};
