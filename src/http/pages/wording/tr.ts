/** Turkish. */
import type { Wording } from './wording.js';

export const tr: Wording = {
  tag: 'tr',
  direction: 'ltr',

  stopMessages: 'SMS almayı durdurun',
  yourNumber: 'Numaranız',
  whatShouldStop: 'Ne durdurulsun?',
  allMessages: 'Tüm mesajlar',
  onlyThisKind: 'Yalnızca bu türdeki mesajlar',
  stop: 'Mesajları durdur',
  stopAll: 'Tüm mesajları durdur',
  orReply: 'Mesajlarımızdan herhangi birini STOP yazarak da yanıtlayabilirsiniz.',

  doneHeading: 'Tamamlandı',
  doneAll: (brand) => `${brand} bu numaraya artık mesaj göndermeyecek.`,
  doneThisKind: (brand) => `${brand} bu numaraya artık bu türde mesaj göndermeyecek.`,
  comeBack: 'Fikrinizi mi değiştirdiniz? Mesajların geldiği numaraya START yazıp gönderin.',

  typeNumber:
    'Cep telefonu numaranızı yazın. Mesajlarınızı yalnızca siz durdurabilesiniz diye numaraya bir kod göndeririz.',
  mobileNumber: 'Cep telefonu numarası',
  fromAbroad: 'Başka bir ülkeden mi? + ve ülke koduyla başlayın.',
  sendCode: 'Bana kod gönder',
  notANumber: 'Bu bir telefon numarası değil. Lütfen kontrol edin.',

  typeCode: 'Kodu yazın',
  codeSent:
    'Bu numara bizden mesaj alabiliyorsa birazdan 6 rakamlı bir SMS gelir. Kod 10 dakika geçerlidir.',
  code: '6 rakamlı kod',
  wrongCode: 'Gönderdiğimiz kod bu değil. Lütfen SMS’e bakın.',
  voidCode: 'Bu kod artık geçerli değil. Lütfen yenisini isteyin.',
  newCode: 'Yeni kod iste',

  brokenLink: 'Bu bağlantı çalışmıyor',
  brokenLinkWhy: 'Eksik olabilir. Mesajdan yeniden açın ya da:',
  byNumber: 'Numaranızı yazarak mesajları durdurun',
  tooMany: 'Çok fazla deneme',
  tooManyWhat: 'Lütfen biraz bekleyip yeniden deneyin.',
  failed: 'Bu şu anda çalışmıyor',
  failedWhat: 'Hiçbir şey değiştirilmedi. Lütfen bir dakika sonra yeniden deneyin.',

  codeMessage: (brand, code) => `${brand}: mesajları durdurma kodunuz ${code}. 10 dakika geçerli.`,
};
