/**
 * Which memory of the modem messages are kept in: +CPMS (3GPP TS 27.005 §3.2.2), whose dialects
 * take one, two or three memories. Reads and deletes nothing (inbox-reader.ts does).
 */

import { fieldsOf, integer } from './at-answer.js';
import { prefixed } from './line-looks.js';
import { ask, optional, type Session } from './session.js';

export interface MessageStorage {
  /** What +CPMS was set to; undefined when the modem chose or does not say. */
  readonly memory: string | undefined;
  /** Others that the modem can read from; old messages may lie there. */
  readonly others: readonly string[];
}

const READABLE = ['SM', 'ME'];

/** Chooses a memory for reading, writing and receiving, and reads back what became of it. */
export async function chooseStorage(session: Session): Promise<MessageStorage> {
  const offered = await ask(session, 'AT+CPMS=?', '+CPMS');
  const readable = offered === undefined ? [] : memoriesIn(fieldsOf(offered)[0]);
  const candidates = session.dialect.memories.filter(
    (memory) => readable.length === 0 || readable.includes(memory),
  );
  for (const memory of candidates) {
    if (!(await selectMemory(session, memory))) continue;
    // Some say OK and stay where they were; what is read back counts.
    const chosen = (await readStorage(session)) ?? memory;
    if (chosen !== memory && candidates.at(-1) !== memory) continue;
    const others = readable.filter((other) => READABLE.includes(other) && other !== chosen);
    return { memory: chosen, others: chosen === 'MT' ? [] : others };
  }
  session.log.warn('the modem lets no message memory be chosen; its own choice stays');
  return { memory: await readStorage(session), others: [] };
}

/** Sets all memories to one, with three, two or one of them named. */
async function selectMemory(session: Session, memory: string): Promise<boolean> {
  for (const count of [3, 2, 1]) {
    const names = Array.from({ length: count }, () => `"${memory}"`).join(',');
    const text = `AT+CPMS=${names}`;
    // Some answer with the fill of each memory, some with a bare OK.
    if ((await optional(session, { text, information: prefixed('+CPMS') })) !== undefined)
      return true;
  }
  return false;
}

/** Sets only the memory that is read and deleted from (`<mem1>`); false when it is refused. */
export async function chooseMemory(session: Session, memory: string): Promise<boolean> {
  const text = `AT+CPMS="${memory}"`;
  return (await optional(session, { text, information: prefixed('+CPMS') })) !== undefined;
}

/** Reads which memory is in use and how full it is; tells the status. */
export async function readStorage(session: Session): Promise<string | undefined> {
  const line = await ask(session, 'AT+CPMS?', '+CPMS');
  if (line === undefined) return undefined;
  const [memory, used, total] = fieldsOf(line);
  session.found({ simUsed: integer(used), simTotal: integer(total) });
  return memory === undefined || memory === '' ? undefined : memory.toUpperCase();
}

function memoriesIn(list: string | undefined): string[] {
  return (list ?? '')
    .replace(/[()"\s]/g, '')
    .toUpperCase()
    .split(',')
    .filter((memory) => memory !== '');
}
