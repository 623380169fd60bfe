/**
 * What `stopgate simulate` does with the terminal: shows each message that the modem was handed,
 * keeps the record in a file, and sends what is typed as if it came from a phone.
 * Streams are handed in; it knows nothing of ports, arguments or signals of the process.
 */
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { decodePdu } from '../sms/index.js';
import { parseFault } from './faults/registry.js';
import type { RecordEntry, RecordedSubmit } from './record.js';
import type { SimulatedModem } from './simulated-modem.js';

export interface SimulatorSession {
  readonly modem: SimulatedModem;
  /** Lines to carry out; undefined when there is nobody to type them. */
  readonly input: Readable | undefined;
  readonly output: { write(text: string): unknown };
  /** One JSON object a line instead of sentences. */
  readonly json: boolean;
  /** The record is appended here, one JSON object an entry. */
  readonly recordFile?: string;
}

const HELP = [
  '+447700900123 STOP   sends the text "STOP" from that number to the modem',
  'pdu HEX              sends octets (service centre and TPDU) to the modem',
  'fault NAME:key=value plays a fault; "stopgate simulate --list" tells which there are',
  'calm                 ends all faults',
  'help                 shows this',
];

/**
 * Runs until `signal` aborts; the end of the input does not end it. Rejects when the record file
 * cannot be opened or written.
 */
export async function runSimulatorSession(
  session: SimulatorSession,
  signal: AbortSignal,
): Promise<void> {
  const { modem, input, output, json, recordFile } = session;
  const file = recordFile === undefined ? undefined : openRecordFile(recordFile);
  const lines = input === undefined ? undefined : createInterface({ input });
  lines?.on('line', (line) => {
    for (const reply of carryOut(modem, line)) {
      output.write(`${json ? JSON.stringify({ kind: 'reply', text: reply }) : reply}\n`);
    }
  });
  const show = (entry: RecordEntry) => {
    if (entry.kind === 'submit') {
      const submit = describe(entry);
      output.write(`${json ? JSON.stringify(submit) : inWords(submit)}\n`);
    }
  };
  const keep = (entry: RecordEntry) => {
    if (file !== undefined) {
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
    }
  };
  const stops: (() => void)[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const end = () => resolve();
      signal.addEventListener('abort', end, { once: true });
      stops.push(() => signal.removeEventListener('abort', end));
      stops.push(
        modem.record.onEntry((entry) => {
          show(entry);
          try {
            keep(entry);
          } catch (cause) {
            reject(new Error(`the record cannot be written to ${recordFile}`, { cause }));
          }
        }),
      );
      if (signal.aborted) {
        end();
      }
    });
  } finally {
    for (const stop of stops) {
      stop();
    }
    lines?.close();
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

function openRecordFile(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (cause) {
    throw new Error(`the record file ${path} cannot be opened for appending`, { cause });
  }
}

/** One line of the input; the answer is the sentences to show. */
function carryOut(modem: SimulatedModem, line: string): readonly string[] {
  const [word = '', rest = ''] = splitOnce(line.trim());
  try {
    if (word === '') {
      return [];
    }
    if (word === 'help') {
      return HELP;
    }
    if (word === 'pdu') {
      modem.receivePdu(rest);
      return [];
    }
    if (word === 'fault') {
      modem.play(parseFault(rest));
      return [];
    }
    if (word === 'calm') {
      modem.calm();
      return [];
    }
    if (/^\+?\d+$/.test(word) && rest !== '') {
      modem.receive({ from: word, text: rest });
      return [];
    }
  } catch (error) {
    if (error instanceof RangeError) {
      return [`${word === 'fault' ? 'Not played' : 'Not sent'}: ${error.message}.`];
    }
    throw error;
  }
  return [
    `${JSON.stringify(line)} is nothing to send; write a number and a text ("+447700900123 STOP"), "pdu HEX", "fault NAME" or "help".`,
  ];
}

function splitOnce(line: string): readonly string[] {
  return /^(\S+)(?:\s+(.*))?$/s.exec(line)?.slice(1) ?? [];
}

type Described = ReturnType<typeof describe>;

/** A SUBMIT as a person wants it; what cannot be decoded is left out. */
function describe(submit: RecordedSubmit) {
  const { at, hex, tpduLength, outcome, reference } = submit;
  const decoded = decodePdu(hex, { tpduLength, direction: 'to-network' });
  const readable = decoded instanceof Error || decoded.type !== 'submit' ? undefined : decoded;
  return {
    kind: 'submit' as const satisfies RecordEntry['kind'],
    at: at.toISOString(),
    outcome,
    reference,
    to: readable?.to.value,
    text: readable?.text,
    encoding: readable?.encoding,
    concat: readable?.concat,
    hex,
    tpduLength,
  };
}

function inWords({ at, outcome, reference, to, text, concat, hex }: Described): string {
  const time = at.slice(11, 19);
  const what = text === undefined ? `octets ${hex}` : JSON.stringify(text);
  const part = concat === undefined ? '' : ` (part ${concat.sequence} of ${concat.total})`;
  const fate = outcome === 'accepted' ? `reference ${reference}` : 'refused';
  return `${time}  to ${to ?? 'nobody known'}  ${what}${part}  ${fate}`;
}
