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

/** The words before the signature; a text that is nothing else stays. */
export function withoutSignature(words: readonly Word[]): Word[] {
  for (let start = Math.max(1, words.length - LONGEST); start < words.length; start++) {
    const isOpening = OPENINGS.some((opening) =>
      opening.every((word, offset) => {
        const found = words[start + offset]?.text;
        // Chinese and Japanese write the phone's name without a space.
        return offset === opening.length - 1 && !isSpaced(word)
          ? found?.startsWith(word)
          : found === word;
      }),
    );
    if (isOpening) return words.slice(0, start);
  }
  return [...words];
}

function isSpaced(word: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(word);
}
