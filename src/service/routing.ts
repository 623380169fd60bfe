/**
 * Which modem may take which message: pure. What follows from the settings alone is put into words
 * once, as the message's lane, so that a queue of any length is asked by lane and never searched;
 * what follows from the modems' state is looked at when one of them asks. Knows no queue and no clock.
 *
 * A lane reads: `=b`, only modem b, ever; `a+b>c`, a or b, and c when both are down; empty, any modem;
 * `b:` before either of the last two, b as long as it is up and as good as whoever asks.
 */

/** What a modem prefers to send. Absent: everything. Both given: what both name. */
export interface Preferences {
  readonly name: string;
  /** How the numbers begin, such as `+44`. */
  readonly prefixes?: readonly string[];
  readonly campaigns?: readonly string[];
}

/** What of a message decides who sends it. */
export interface Routed {
  /** E.164. */
  readonly to: string;
  readonly campaign: string;
  /** The only modem that may send it; null: any. */
  readonly modem: string | null;
}

/** Since how many milliseconds a modem cannot send; undefined while it can. */
export type DownFor = (modem: string) => number | undefined;

/** After this long without a modem that prefers them, others take its messages. */
export const takeOverAfterMs = 60_000;

/** More than the digits of any prefix: a campaign that is named counts before any number. */
const campaignStrength = 100;

/** The lane of a message among `modems`, the configured ones. */
export function laneOf(message: Routed, modems: readonly Preferences[]): string {
  if (message.modem !== null) return `=${message.modem}`;
  const byStrength = new Map<number, string[]>();
  for (const modem of modems) {
    const strength = strengthOf(modem, message);
    byStrength.set(strength, [...(byStrength.get(strength) ?? []), modem.name]);
  }
  if (byStrength.size <= 1) return '';
  return [...byStrength]
    .sort(([a], [b]) => b - a)
    .map(([, names]) => names.join('+'))
    .join('>');
}

/**
 * Whether `modem`, which could send now, may take a message of `lane`. A modem that the lane does not
 * name, since it was written under other settings, comes last.
 */
export function mayTake(lane: string, modem: string, downFor: DownFor): boolean {
  const only = soleModem(lane);
  if (only !== undefined) return only === modem;
  const { kept, ranks } = parse(lane);
  const rank = rankOf(ranks, modem);
  if (kept !== undefined && kept !== modem && isRival(ranks, kept, rank, downFor)) return false;
  return ranks
    .slice(0, rank)
    .flat()
    .every((better) => (downFor(better) ?? 0) >= takeOverAfterMs);
}

/**
 * The lane that leaves a message to `writer`, the modem that its recipient knows, when `modem` is
 * about to take it; undefined when there is no reason to: `writer` is down, or not as good.
 */
export function laneKeptWith(
  writer: string,
  lane: string,
  modem: string,
  downFor: DownFor,
): string | undefined {
  if (writer === modem || soleModem(lane) !== undefined) return undefined;
  const { ranks, rest } = parse(lane);
  return isRival(ranks, writer, rankOf(ranks, modem), downFor) ? `${writer}:${rest}` : undefined;
}

/** The modem that alone may take messages of this lane. */
export function soleModem(lane: string): string | undefined {
  return lane.startsWith('=') ? lane.slice(1) : undefined;
}

/** -1: prefers others; 0: prefers everything alike; more: prefers just this. */
function strengthOf({ prefixes, campaigns }: Preferences, message: Routed): number {
  const lengths = (prefixes ?? [''])
    .filter((prefix) => message.to.startsWith(prefix))
    .map(({ length }) => length);
  const isNamed = campaigns?.includes(message.campaign);
  if (lengths.length === 0 || isNamed === false) return -1;
  return Math.max(...lengths) + (isNamed ? campaignStrength : 0);
}

function isRival(
  ranks: readonly (readonly string[])[],
  other: string,
  rank: number,
  downFor: DownFor,
): boolean {
  return downFor(other) === undefined && rankOf(ranks, other) === rank;
}

function rankOf(ranks: readonly (readonly string[])[], modem: string): number {
  const rank = ranks.findIndex((names) => names.includes(modem));
  return rank < 0 ? ranks.length : rank;
}

function parse(lane: string): { kept: string | undefined; rest: string; ranks: string[][] } {
  const colon = lane.indexOf(':');
  const rest = lane.slice(colon + 1);
  return {
    kept: colon < 0 ? undefined : lane.slice(0, colon),
    rest,
    ranks: rest === '' ? [] : rest.split('>').map((names) => names.split('+')),
  };
}
