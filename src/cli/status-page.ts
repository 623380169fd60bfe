/** The gateway at a glance, as lines for a terminal: what needs a person first. */
import type { ModemSummary } from '../service/modem-summary.js';
import type { Overview, Trouble } from '../service/overview.js';
import { coloured } from './colour.js';
import type { CliContext } from './context.js';
import { counted, megabytes, size } from './quantities.js';
import { harmless, table } from './table.js';

/** @param context whose terminal it is for */
export function statusPage(
  context: CliContext,
  overview: Overview,
  troubles: readonly Trouble[],
): readonly string[] {
  const { today, optOuts, webhooks, queue } = overview;
  const sections: readonly (readonly [string, string])[] = [
    ['queue', queueLine(overview)],
    ['today', todayLine(overview)],
    [
      'opt-outs',
      `${today.optOuts} today, ${counted(total(optOuts.bySource), 'opt-out')} in all${bySource(overview)}; ${counted(optOuts.suppressions, 'suppression')} now`,
    ],
    ['reviews', `${optOuts.openReviews} open; messages held for them: ${queue.held}`],
    ['database', databaseLine(overview)],
    ['webhooks', `${counted(webhooks.waiting, 'event')} to be told, ${webhooks.dead} given up`],
  ];
  return [
    ...headOf(context, overview, troubles),
    '',
    ...modemTable(overview.modems),
    '',
    ...sections.map(([name, line]) => `${name.padEnd(10)}${line}`),
  ];
}

const signs = { fault: ['✗', 'red'], warning: ['!', 'yellow'] } as const;

function headOf(
  context: CliContext,
  { isRunning }: Overview,
  troubles: readonly Trouble[],
): readonly string[] {
  const isWell = isRunning && troubles.length === 0;
  return [
    ...(isWell ? [`${coloured(context, 'green', '✓')} the daemon runs, and all is well`] : []),
    ...(isRunning && !isWell ? ['the daemon runs'] : []),
    ...troubles.flatMap(({ level, what, remedy }) => {
      const [sign, colour] = signs[level];
      return [`${coloured(context, colour, sign)} ${harmless(what)}`, `    ${remedy}`];
    }),
  ];
}

function modemTable(modems: readonly ModemSummary[]): readonly string[] {
  if (modems.length === 0) return ['no modem has been seen yet'];
  const rows = modems.map((modem) => [
    modem.name,
    modem.state,
    modem.operator,
    modem.registration,
    modem.signalDbm === null ? null : `${bars(modem.signalDbm)} ${modem.signalDbm} dBm`,
    modem.simTotal === null ? null : `${modem.simUsed ?? 0}/${modem.simTotal}`,
    modem.queue,
  ]);
  const head = ['MODEM', 'STATE', 'OPERATOR', 'REGISTRATION', 'SIGNAL', 'STORE', 'QUEUE'];
  return table(head, rows).split('\n');
}

const steps = ['▂', '▄', '▆', '█'];
/** From which on each step is shown; what telephones show as one to four bars. */
const stepsDbm = [-109, -97, -85, -73];

function bars(dbm: number): string {
  return steps.map((step, at) => (dbm >= (stepsDbm[at] ?? 0) ? step : '_')).join('');
}

function queueLine({ queue: { messages, oldestDueAt }, at }: Overview): string {
  const waits = counted(messages, 'message');
  if (oldestDueAt === null) return messages === 0 ? 'empty' : `${waits}, none due yet`;
  return `${waits}, the first due for ${lasting(Date.parse(at) - Date.parse(oldestDueAt))}`;
}

function todayLine({ today: { messages, received } }: Overview): string {
  const parts = messages
    .toSorted((one, other) => other.count - one.count)
    .map(({ status, count }) => `${count.toLocaleString('en')} ${status}`);
  return `${parts.length === 0 ? 'nothing asked for' : parts.join(', ')}; ${received.toLocaleString('en')} came in`;
}

function databaseLine({ databaseBytes, freeBytes, lastBackupAt, at }: Overview): string {
  const backup =
    lastBackupAt === null
      ? 'no backup was made yet'
      : `the last backup ${lasting(Date.parse(at) - Date.parse(lastBackupAt))} ago`;
  const free = freeBytes === null ? '' : `, ${size(freeBytes)} free on its disk`;
  return `${megabytes(databaseBytes)}${free}; ${backup}`;
}

function bySource({ optOuts }: Overview): string {
  const sources = optOuts.bySource
    .toSorted((one, other) => other.count - one.count)
    .map(({ source, count }) => `${source} ${count.toLocaleString('en')}`);
  return sources.length === 0 ? '' : ` (${sources.join(', ')})`;
}

function total(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** `40 s`, `12 min`, `3 h`, `5 days`. */
function lasting(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  const hours = Math.round(seconds / 3_600);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
