/** The lines that phones and mail programs add below a text. Must not know any keyword. */
import type { Word } from './clean.js';

/** How they begin, as cleaned words. */
const OPENINGS = [
  ...['sent from', 'sent via', 'sent with', 'sent using', 'sent by my', 'get outlook for'],
  ...['envoyé de mon', 'envoyé depuis', 'envoyé à partir', 'envoyé avec', 'envoyé via'],
  ...['enviado desde', 'enviado do meu', 'enviado con', 'enviado com', 'enviado por', 'enviada do'],
  ...[
    'enviado a partir',
    'gesendet von',
    'gesendet mit',
    'von meinem',
    'diese nachricht wurde von',
  ],
  ...['inviato da', 'inviato dal', 'inviato con', 'verstuurd vanaf', 'verzonden vanaf'],
  ...['verzonden met', 'verstuurd met', 'skickat från', 'sänt från', 'sendt fra', 'skickades från'],
  ...['lähetetty', 'wysłane z', 'wysłano z', 'iphoneumdan gönderildi', 'iphoneumdan'],
  ...['отправлено с', 'отправлено из', 'надіслано з', 'відправлено з', 'أرسلت من', 'أرسل من'],
  ...['נשלח מה', 'נשלח מ', 'στάλθηκε από', 'απεστάλη από', 'odesláno z', 'trimis de pe'],
  ...['elküldve', 'iphoneomról', '从我的', '发自我的', '發自我的', 'iphoneから送信'],
].map((opening) => opening.split(' '));
/** "Sent from my Samsung Galaxy smartphone": words from the opening on. */
const LONGEST = 8;
const PLAIN = /^[a-z0-9]*$/u;

const byFirst = new Map<string, string[][]>();
for (const opening of OPENINGS) {
  const [first = ''] = opening;
  const known = byFirst.get(first);
  if (known === undefined) byFirst.set(first, [opening]);
  else known.push(opening);
}
/** Chinese and Japanese write the phone's name without a space, so a word may begin with these. */
const UNSPACED = OPENINGS.flat().filter((word) =>
  /[\p{Script=Han}\p{Script=Hiragana}]/u.test(word),
);

/** The words before the signature; a text that is nothing else stays. */
export function withoutSignature(words: readonly Word[]): readonly Word[] {
  let rest = words;
  for (let start = signatureIn(rest); start > 0; start = signatureIn(rest)) {
    rest = rest.slice(0, start);
  }
  return rest;
}

function signatureIn(words: readonly Word[]): number {
  for (let start = Math.max(1, words.length - LONGEST); start < words.length; start++) {
    const text = words[start]?.text ?? '';
    const openings = byFirst.get(text);
    const isOpening = openings?.some((opening) =>
      opening.every((word, offset) => words[start + offset]?.text === word),
    );
    if (isOpening || (!PLAIN.test(text) && UNSPACED.some((word) => text.startsWith(word)))) {
      return start;
    }
  }
  return 0;
}
