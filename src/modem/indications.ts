/**
 * How the modem announces what it receives: +CNMI (3GPP TS 27.005 §3.4.1), whose values modems
 * advertise and then refuse, or take and then ignore.
 */
import { fieldsOf, integer, numberList } from './at-answer.js';
import type { Dialect } from './dialects/index.js';
import { ask, optional, type Session } from './session.js';

/** What +CNMI is set to. */
export interface Indications {
  readonly mode: number;
  /** 1: stored and announced by +CMTI; 2: handed over in +CMT, never stored; 0: silent. */
  readonly mt: number;
  /** 1: reports in +CDS; 2: stored and announced by +CDSI; 0: none. */
  readonly ds: number;
}

interface Candidate extends Indications {
  readonly text: string;
}

/**
 * Sets the best of what the modem offers, as its dialect prefers it; undefined when it takes none,
 * and then only the polls find what came in.
 */
export async function chooseIndications(session: Session): Promise<Indications | undefined> {
  const offered = await ask(session, 'AT+CNMI=?', '+CNMI');
  const { indications: preferred } = session.dialect;
  const offers = offered === undefined ? [] : fieldsOf(offered);
  for (const candidate of candidates(preferred, offers)) {
    if ((await optional(session, { text: candidate.text })) === undefined) continue;
    const set = await readIndications(session);
    if (set === undefined || sameIndications(set, candidate)) return candidate;
  }
  session.log.warn('the modem announces nothing that comes in; it is found by polling');
  return undefined;
}

/** What +CNMI? says; undefined when the modem does not tell. */
export async function readIndications(session: Session): Promise<Indications | undefined> {
  const line = await ask(session, 'AT+CNMI?', '+CNMI');
  if (line === undefined) return undefined;
  const [mode, mt, , ds] = fieldsOf(line).map(integer);
  if (mode === undefined || mt === undefined) return undefined;
  return { mode, mt, ds: ds ?? 0 };
}

export function sameIndications(one: Indications, other: Indications): boolean {
  return one.mode === other.mode && one.mt === other.mt && one.ds === other.ds;
}

/** In order of preference, out of the lists that +CNMI=? gave. */
function candidates(preferred: Dialect['indications'], offered: readonly string[]): Candidate[] {
  const [modes, mts, , dss, bfrs] = offered.map(numberList);
  const found: Candidate[] = [];
  for (const mt of only(preferred.mt, mts)) {
    for (const ds of only(preferred.ds, dss)) {
      // What waited while announcements were off: flushed (0), or dropped where that is refused.
      for (const bfr of only([0, 1], bfrs)) {
        for (const mode of only(preferred.mode, modes)) {
          found.push({ mode, mt, ds, text: `AT+CNMI=${mode},${mt},0,${ds},${bfr}` });
        }
      }
    }
  }
  return found;
}

function only(preferred: readonly number[], offered: readonly number[] | undefined): number[] {
  if (offered === undefined || offered.length === 0) return [...preferred];
  return preferred.filter((value) => offered.includes(value));
}
