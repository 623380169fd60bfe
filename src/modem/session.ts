/**
 * What the steps of one connection share: the channel, the log, what was found out so far.
 * Owns the two ways to send a command: needed (rejects) and optional (logged, passed over).
 */
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { AtChannel } from './at-channel.js';
import { AtError } from './at-error.js';
import type { AtCommand, InformationLine } from './at-exchange.js';
import type { Dialect } from './dialects/index.js';
import { prefixed } from './line-looks.js';
import type { ModemStatus } from './ports.js';

/** What the modem tells of itself and its network: the part of the status that steps fill in. */
export type Findings = Partial<Omit<ModemStatus, 'name' | 'port' | 'phase' | 'problem'>>;

export interface Session {
  readonly channel: AtChannel;
  readonly clock: Clock;
  readonly log: Log;
  /** What kind of modem it is taken for; known better once it was asked. */
  dialect: Dialect;
  /** Merges what a step found into the status. */
  readonly found: (findings: Findings) => void;
}

/**
 * Sends a command that the modem may refuse, or not answer if it answers others; undefined then.
 * Rejects with AtError when it answers nothing any more.
 */
export async function optional(
  session: Session,
  command: AtCommand,
): Promise<readonly InformationLine[] | undefined> {
  try {
    return await session.channel.command(command);
  } catch (error) {
    if (!(error instanceof AtError) || error.code === 'CLOSED') throw error;
    session.log.debug({ reason: error.message }, 'an optional step was refused');
    if (error.code === 'TIMEOUT') await session.channel.resynchronise();
    return undefined;
  }
}

/** The first information line of an optional query, or undefined. */
export async function ask(
  session: Session,
  text: string,
  name: string,
): Promise<string | undefined> {
  const lines = await optional(session, { text, information: prefixed(name) });
  return lines?.[0]?.line;
}

/** A definite no of the modem, as against silence or a lost connection. */
export function isRefusal(error: unknown): error is AtError {
  return error instanceof AtError && error.code !== 'TIMEOUT' && error.code !== 'CLOSED';
}
