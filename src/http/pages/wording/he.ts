/** Hebrew. */
import type { Wording } from './wording.js';

export const he: Wording = {
  tag: 'he',
  direction: 'rtl',

  stopMessages: 'הפסקת הודעות SMS',
  yourNumber: 'המספר שלך',
  whatShouldStop: 'מה להפסיק?',
  allMessages: 'את כל ההודעות',
  onlyThisKind: 'רק הודעות מהסוג הזה',
  stop: 'הפסקת ההודעות',
  stopAll: 'הפסקת כל ההודעות',
  orReply: 'אפשר גם להשיב STOP לכל אחת מההודעות שלנו.',

  doneHeading: 'בוצע',
  doneAll: (brand) => `הודעות נוספות מאת ${brand} לא יישלחו למספר הזה.`,
  doneThisKind: (brand) => `הודעות נוספות מהסוג הזה מאת ${brand} לא יישלחו למספר הזה.`,
  comeBack: 'התחרטת? אפשר לשלוח START למספר שממנו הגיעו ההודעות.',

  typeNumber:
    'יש להקליד את מספר הטלפון הנייד. נשלח אליו קוד, כדי שאיש מלבדך לא יוכל להפסיק את ההודעות שלך.',
  mobileNumber: 'מספר טלפון נייד',
  fromAbroad: 'מספר ממדינה אחרת? יש להתחיל ב-+ ובקידומת המדינה.',
  sendCode: 'שליחת קוד אליי',
  notANumber: 'זה אינו מספר טלפון. נא לבדוק אותו.',

  typeCode: 'הקלדת הקוד',
  codeSent:
    'אם המספר הזה יכול לקבל מאיתנו הודעות, תגיע אליו מיד הודעה עם 6 ספרות. הן בתוקף למשך 10 דקות.',
  code: 'קוד בן 6 ספרות',
  wrongCode: 'זה אינו הקוד ששלחנו. נא לבדוק את ההודעה.',
  voidCode: 'הקוד הזה כבר אינו בתוקף. נא לבקש קוד חדש.',
  newCode: 'בקשת קוד חדש',

  brokenLink: 'הקישור הזה אינו פועל',
  brokenLinkWhy: 'ייתכן שהוא חלקי. יש לפתוח אותו שוב מההודעה, או:',
  byNumber: 'הפסקת ההודעות לפי מספר הטלפון',
  tooMany: 'יותר מדי ניסיונות',
  tooManyWhat: 'נא להמתין מעט ולנסות שוב.',
  failed: 'זה אינו פועל כרגע',
  failedWhat: 'דבר לא השתנה. נא לנסות שוב בעוד דקה.',

  codeMessage: (brand, code) => `${brand}: קוד להפסקת ההודעות: ${code}. בתוקף 10 דקות.`,
};
