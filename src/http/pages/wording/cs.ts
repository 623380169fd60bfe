/** Czech. */
import type { Wording } from './wording.js';

export const cs: Wording = {
  tag: 'cs',
  direction: 'ltr',

  stopMessages: 'Zrušení SMS zpráv',
  yourNumber: 'Vaše číslo',
  whatShouldStop: 'Co chcete zrušit?',
  allMessages: 'Všechny zprávy',
  onlyThisKind: 'Jen zprávy tohoto druhu',
  stop: 'Zrušit zprávy',
  stopAll: 'Zrušit všechny zprávy',
  orReply: 'Můžete také odpovědět STOP na kteroukoli naši zprávu.',

  doneHeading: 'Hotovo',
  doneAll: (brand) => `${brand} už na toto číslo nepošle žádné zprávy.`,
  doneThisKind: (brand) => `${brand} už na toto číslo nepošle žádné zprávy tohoto druhu.`,
  comeBack: 'Rozmysleli jste si to? Pošlete START na číslo, ze kterého zprávy přicházely.',

  typeNumber:
    'Napište své mobilní číslo. Pošleme na něj kód, aby zprávy nemohl zrušit nikdo jiný než vy.',
  mobileNumber: 'Mobilní číslo',
  fromAbroad: 'Z jiné země? Začněte znakem + a předvolbou země.',
  sendCode: 'Poslat mi kód',
  notANumber: 'Toto není telefonní číslo. Zkontrolujte je, prosím.',

  typeCode: 'Napište kód',
  codeSent:
    'Pokud toto číslo může dostávat naše zprávy, za chvíli na ně přijde SMS s 6 číslicemi. Platí 10 minut.',
  code: 'Kód ze 6 číslic',
  wrongCode: 'Toto není kód, který jsme poslali. Podívejte se, prosím, do SMS.',
  voidCode: 'Tento kód už neplatí. Požádejte, prosím, o nový.',
  newCode: 'Požádat o nový kód',

  brokenLink: 'Tento odkaz nefunguje',
  brokenLinkWhy: 'Možná není úplný. Otevřete jej znovu ze zprávy, nebo:',
  byNumber: 'Zrušit zprávy zadáním čísla',
  tooMany: 'Příliš mnoho pokusů',
  tooManyWhat: 'Chvíli počkejte a zkuste to znovu.',
  failed: 'Teď to nefunguje',
  failedWhat: 'Nic se nezměnilo. Zkuste to znovu za minutu.',

  codeMessage: (brand, code) => `${brand}: kód ${code} pro zrušení zpráv. Platí 10 minut.`,
};
