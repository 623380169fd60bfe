/** What the simulated modem was handed, as the recipients get it: parts joined, in whole messages. */
import type { RecordedSubmit, SimulatorRecord } from '../../../src/simulator/index.js';
import { decodePdu, type Encoding, type Submit } from '../../../src/sms/index.js';

export interface SentMessage {
  readonly to: string;
  readonly text: string;
  readonly parts: number;
  readonly encoding: Encoding;
  /** How many of its parts ask for a delivery report. */
  readonly reports: number;
}

/**
 * The messages of a record, in the order in which each became whole. Throws for what is no SUBMIT,
 * was refused or lacks a part in the end: a client that sends such a thing has failed.
 */
export function sentMessages(record: SimulatorRecord): SentMessage[] {
  const whole: SentMessage[] = [];
  // References come round again, or sooner: gammu-smsd gives one to all messages of a second.
  const unfinished = new Map<string, Map<number, Submit>>();
  for (const submit of record.submits.map(readSubmit)) {
    const { concat, to } = submit;
    const total = concat?.total ?? 1;
    const key = `${to.value} ${concat?.referenceBits} ${concat?.reference} ${total}`;
    const parts = unfinished.get(key) ?? new Map<number, Submit>();
    unfinished.set(key, parts.set(concat?.sequence ?? 1, submit));
    if (parts.size === total) {
      unfinished.delete(key);
      whole.push(joined(submit, parts));
    }
  }
  if (unfinished.size > 0) throw new Error(`${unfinished.size} messages lack parts`);
  return whole;
}

function readSubmit({ hex, tpduLength, outcome }: RecordedSubmit): Submit {
  const submit = decodePdu(hex, { tpduLength, direction: 'to-network' });
  if (outcome !== 'accepted' || submit instanceof Error || submit.type !== 'submit') {
    throw new Error(`the modem was handed what it cannot send (${outcome}): ${hex}`);
  }
  return submit;
}

function joined({ to, encoding }: Submit, parts: ReadonlyMap<number, Submit>): SentMessage {
  const inOrder = [...parts.entries()].toSorted(([a], [b]) => a - b).map(([, part]) => part);
  return {
    to: to.value,
    text: inOrder.map(({ text }) => text ?? '').join(''),
    parts: parts.size,
    encoding,
    reports: inOrder.filter(({ statusReportRequested }) => statusReportRequested).length,
  };
}
