/**
 * Masks the lines of a dialogue with a modem: numbers, texts, PINs and whatever stands in quotes
 * where that may be a secret. Every line keeps its length and its shape, so that a replay still
 * works. Owns what it must know of the line before.
 */
import { maskPdu, maskText, maskUssd } from '../sms/index.js';
import type { NumberMask } from './number-mask.js';

/** The PDU, or in text mode the text, stands in the line after these (27.005 §3.4, §3.5, §4). */
const WITH_PAYLOAD = /^\+(CMT|CDS|CBM|CMGL|CMGR)\s*:/i;
/** The shortest PDU with a service centre; an IMEI and an IMSI are shorter. */
const PDU = /^(?=.{24})(?:[0-9A-F]{2})+$/i;
/** Commands whose quoted values name memories, alphabets, formats and the like. */
const OPEN_COMMANDS =
  /^AT(\+CPMS|\+CSCS|\+COPS|\+CPINR|\+CMGL|\+CMGF|\+CNMI|\+CSMS|\+CREG|\+CGREG|\+CEREG|\+CSCA|\^CURC|\^SYSCFG|\+ZPASR)\b/i;
/** Commands that carry a secret, in quotes or without. */
const SECRET_COMMANDS = /^AT(\+CPIN|\+CPWD|\+CLCK|\^CPIN|#CPIN)\s*=/i;
/** Who calls: one of the quoted values is the name that the phone book has (27.007 §7.6, §7.12, §7.30). */
const CALLER = /^\+(CLIP|CCWA|CNAP|COLP)\s*:/i;
const USSD = /^(AT)?\+CUSD\s*[:=]/i;
const QUOTED = /"([^"]*)"/g;

export class LineMask {
  readonly #numbers: NumberMask;
  #payloadDue: boolean = false;

  constructor(numbers: NumberMask) {
    this.#numbers = numbers;
  }

  /** A line from the modem, without its line end. Echoes of commands are masked as such. */
  fromModem(line: string): string {
    if (line === '') return line;
    const isPayload = this.#payloadDue;
    this.#payloadDue = WITH_PAYLOAD.test(line);
    if (PDU.test(line)) return maskPdu(line, this.#numbers.digits);
    if (isPayload && !this.#payloadDue) return maskText(line);
    if (/^AT/i.test(line)) return this.toModem(line);
    if (USSD.test(line)) return maskUssdLine(line);
    if (CALLER.test(line)) return this.#numbers.all(withQuoted(line, maskName));
    // The name that the phone book has for the sender, or in text mode the sender.
    const named = this.#payloadDue ? withQuoted(line, maskText) : line;
    return this.#numbers.all(named);
  }

  /** A command line, or a payload without the Ctrl-Z at its end. */
  toModem(line: string): string {
    if (PDU.test(line)) return maskPdu(line, this.#numbers.digits);
    if (!/^AT/i.test(line)) return maskText(line);
    if (SECRET_COMMANDS.test(line)) {
      const parameters = line.indexOf('=') + 1;
      return line.slice(0, parameters) + maskText(line.slice(parameters));
    }
    if (USSD.test(line)) return maskUssdLine(line);
    // What stands in quotes may be a password.
    const quoted = OPEN_COMMANDS.test(line) ? line : withQuoted(line, maskText);
    return this.#numbers.all(quoted);
  }
}

/** `+CUSD: <m>,"<str>",<dcs>`, and the command, which has the same fields. */
function maskUssdLine(line: string): string {
  const dcs = /,\s*(\d{1,3})\s*$/.exec(line)?.[1];
  const coding = dcs === undefined ? {} : { dcs: Number(dcs) };
  if (!line.includes('"')) return line;
  // A text of several lines: its other quote is in another line.
  if (!/".*"/.test(line)) {
    const start = line.indexOf('"');
    return line.slice(0, start) + maskText(line.slice(start));
  }
  return withQuoted(line, (text) => maskUssd({ text, ...coding }));
}

/** A number stays to be replaced as one. */
function maskName(text: string): string {
  return /^\+?\d*$/.test(text) ? text : maskText(text);
}

function withQuoted(line: string, mask: (text: string) => string): string {
  return line.replace(QUOTED, (_, text: string) => `"${mask(text)}"`);
}
