/** Japanese. */
import type { Wording } from './wording.js';

export const ja: Wording = {
  tag: 'ja',
  direction: 'ltr',

  stopMessages: 'SMSの配信停止',
  yourNumber: 'お客様の番号',
  whatShouldStop: '停止するメッセージ',
  allMessages: 'すべてのメッセージ',
  onlyThisKind: 'この種類のメッセージのみ',
  stop: '配信を停止する',
  stopAll: 'すべての配信を停止する',
  orReply: 'メッセージに「STOP」と返信しても停止できます。',

  doneHeading: '完了しました',
  doneAll: (brand) => `${brand}からこの番号へのメッセージは、今後お送りしません。`,
  doneThisKind: (brand) => `${brand}からこの番号へのこの種類のメッセージは、今後お送りしません。`,
  comeBack: '再開するには、メッセージの送信元の番号に「START」と送信してください。',

  typeNumber:
    '携帯電話番号を入力してください。ご本人だけが停止できるように、確認コードをお送りします。',
  mobileNumber: '携帯電話番号',
  fromAbroad: '海外の番号は、+ と国番号から入力してください。',
  sendCode: 'コードを送信する',
  notANumber: '電話番号として正しくありません。ご確認ください。',

  typeCode: 'コードを入力',
  codeSent:
    'この番号でメッセージを受け取れる場合は、まもなく6桁の数字がSMSで届きます。有効期間は10分です。',
  code: '6桁のコード',
  wrongCode: 'お送りしたコードと違います。SMSをご確認ください。',
  voidCode: 'このコードは無効になりました。新しいコードを取得してください。',
  newCode: '新しいコードを取得する',

  brokenLink: 'このリンクは使えません',
  brokenLinkWhy:
    'リンクが途中で切れている可能性があります。メッセージからもう一度開くか、次の方法をお使いください。',
  byNumber: '電話番号を入力して停止する',
  tooMany: '試行回数が多すぎます',
  tooManyWhat: 'しばらくしてから、もう一度お試しください。',
  failed: '現在ご利用いただけません',
  failedWhat: '何も変更されていません。1分後にもう一度お試しください。',

  codeMessage: (brand, code) => `${brand}：配信停止の確認コードは${code}です。10分間有効です。`,
};
