/** An event of the ledger as a person reads it. */
import { type ConsentEvent, everything } from '../domain/consent.js';

/** What happened; `scope` in words. */
const what: Readonly<Record<ConsentEvent['kind'], (scope: string) => string>> = {
  opt_out: (scope) => `opted out of ${scope}`,
  opt_in: (scope) => `opted in to ${scope}`,
  help: () => 'asked for help',
  ignored: () => 'a reply was found to be no opt-out',
  erased: () => 'was erased',
  exported: () => 'the suppression list was exported',
};

const how: Readonly<Record<ConsentEvent['source'], string>> = {
  reply: 'by a reply',
  link: 'by an opt-out link',
  page: 'on the opt-out page',
  api: 'through the API',
  cli: 'on the command line',
  import: 'from an imported list',
  review: 'by review of a reply',
};

/** Evidence that has a better name for people than its own; in this order, first. */
const labels: ReadonlyMap<string, string> = new Map([
  ['text', 'words'],
  ['rule', 'rule'],
  ['language', 'language'],
  ['modem', 'modem'],
  ['sentAt', "network's time"],
  ['receivedAt', 'received'],
  ['reason', 'reason'],
  ['by', 'by'],
  ['key', 'API key'],
  ['file', 'file'],
  ['line', 'line'],
  ['since', 'since, it says'],
  ['source', 'source, it says'],
  ['sha256', "file's SHA-256"],
  ['pdu', 'PDU'],
]);

const labelWidth = 16;

/** Several lines: when and what, then the evidence, then where it stands. */
export function describeEvent(event: ConsentEvent): string {
  const scope = event.scope === everything ? 'everything' : `the campaign "${event.scope}"`;
  const head = `${event.createdAt}  ${what[event.kind](scope)}, ${how[event.source]}`;
  const known = [...labels.keys()].filter((key) => key in event.evidence);
  const others = Object.keys(event.evidence).filter((key) => !labels.has(key));
  const lines = [...known, ...others].flatMap((key) => {
    const value = event.evidence[key];
    return value === null || value === undefined ? [] : [line(labels.get(key) ?? key, value)];
  });
  return [
    head,
    ...lines,
    line('event', `${event.id}, sequence ${event.sequence} of gateway "${event.gateway}"`),
  ].join('\n');
}

function line(label: string, value: string | number | boolean): string {
  // Words from anywhere must not drive the terminal.
  const shown = label === 'words' ? JSON.stringify(value) : String(value);
  return `  ${label.padEnd(labelWidth)}${shown.replace(/\p{Cc}+/gu, ' ')}`;
}
