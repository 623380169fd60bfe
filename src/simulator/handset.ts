/**
 * The recipient's phone: shows the messages that the simulated modem sends to its number, parts
 * joined, and replies. Knows nothing of stopgate, only what is on the air.
 */
import {
  type Address,
  type Concatenation,
  decodePdu,
  type Encoding,
  type Submit,
} from '../sms/index.js';
import type { RecordedSubmit } from './record.js';
import type { SimulatedModem } from './simulated-modem.js';

export interface HandsetMessage {
  /** The modem's own number; undefined when the modem does not know it. */
  readonly from: string | undefined;
  /** Empty for data that are no text. */
  readonly text: string;
  readonly parts: number;
  readonly encoding: Encoding;
}

export class Handset {
  readonly number: string;
  readonly #modem: SimulatedModem;
  readonly #messages: HandsetMessage[] = [];
  readonly #incomplete = new Map<string, Map<number, string>>();
  readonly #listeners = new Set<(message: HandsetMessage) => void>();
  readonly #stop: () => void;

  /** @param options.number international, `+447700900123` */
  constructor(modem: SimulatedModem, options: { readonly number: string }) {
    this.#modem = modem;
    this.number = options.number;
    this.#stop = modem.onSubmit((submit) => this.#hear(submit));
  }

  /** Whole messages, in the order in which they became whole. */
  get messages(): readonly HandsetMessage[] {
    return this.#messages;
  }

  /** Returns what ends it. */
  onMessage(listener: (message: HandsetMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Sends a text back to the modem; throws RangeError for what no message can hold. */
  reply(text: string): void {
    this.#modem.receive({ from: this.number, text });
  }

  /** Switches the phone off. */
  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #hear({ hex, tpduLength, outcome }: RecordedSubmit): void {
    const submit = decodePdu(hex, { tpduLength, direction: 'to-network' });
    if (
      outcome === 'accepted' &&
      !(submit instanceof Error) &&
      submit.type === 'submit' &&
      reaches(submit.to, this.number)
    ) {
      this.#take(submit);
    }
  }

  #take(submit: Submit): void {
    const text = submit.text ?? '';
    const whole = submit.concat === undefined ? text : this.#join(submit.concat, text);
    if (whole === undefined) {
      return;
    }
    const message = {
      from: this.#modem.ownNumber,
      text: whole,
      parts: submit.concat?.total ?? 1,
      encoding: submit.encoding,
    };
    this.#messages.push(message);
    for (const listener of this.#listeners) {
      listener(message);
    }
  }

  /** The whole text once all parts are there, in any order (3GPP TS 23.040 §9.2.3.24.1). */
  #join({ reference, total, sequence, referenceBits }: Concatenation, text: string) {
    const key = `${referenceBits}/${reference}/${total}`;
    const parts = this.#incomplete.get(key) ?? new Map<number, string>();
    this.#incomplete.set(key, parts.set(sequence, text));
    if (parts.size < total) {
      return undefined;
    }
    this.#incomplete.delete(key);
    return Array.from({ length: total }, (_, index) => parts.get(index + 1) ?? '').join('');
  }
}

/** The network completes a national number; the shortest such number is taken to have 6 digits. */
function reaches(to: Address, number: string): boolean {
  const national = to.value.replace(/^0+/, '');
  return to.value === number || (/^\d{6,}$/.test(national) && number.endsWith(national));
}
